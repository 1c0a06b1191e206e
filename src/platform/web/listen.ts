import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createProbe } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Refusal } from "../refusal.ts";

interface Address {
  port: number;
  host: string;
}

const taken = (port: number, code: string | undefined) =>
  code === "EACCES"
    ? new Refusal(
        `Le port ${port} est réservé au système. Choisissez-en un au-dessus de 1024 avec PORT, par exemple PORT=3000.`,
      )
    : new Refusal(
        `Le port ${port} est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port avec PORT, par exemple PORT=${port + 1}.`,
      );

/** Throws a Refusal, in French, when nothing can listen there: asked before longer work begins. */
export async function checkPort({ port, host }: Address): Promise<void> {
  const probe = createProbe();
  await new Promise<void>((done, fail) => {
    probe.once("error", (error: NodeJS.ErrnoException) => fail(refusalOf(error, port)));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

const refusalOf = (error: NodeJS.ErrnoException, port: number) =>
  error.code === "EADDRINUSE" || error.code === "EACCES" ? taken(port, error.code) : error;

/** Answers by itself what it can, before anything else: true when it did. */
type Shortcut = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Answers at this address until `stop`, which takes no new request and leaves those under way 10 s to end. */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  { port, host }: Address,
  shortcut: Shortcut = () => false,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const answer = getRequestListener(fetch);
  const server = createServer((request, response) => {
    if (!shortcut(request, response)) void answer(request, response);
  });
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(refusalOf(error, port)));
    server.listen(port, host, done);
  });
  return { port: (server.address() as { port: number }).port, stop: () => drain(server) };
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 10_000);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(late);
  clearInterval(idle);
}
