import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A service of others played by a server of the test: answers what the test says, remembers what it was asked. */
export async function playOutside(answer: Answer): Promise<
  {
    url: string;
    asked: string[];
    agents: (string | undefined)[];
    answers: (next: Answer) => void;
  } & AsyncDisposable
> {
  const asked: string[] = [];
  const agents: (string | undefined)[] = [];
  let current = answer;
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    agents.push(request.headers["user-agent"]);
    current(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    agents,
    answers: (next) => {
      current = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** An answer in JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
