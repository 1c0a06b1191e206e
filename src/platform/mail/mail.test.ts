import { once } from "node:events";
import { createServer } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { expect } from "vitest";
import { inTransaction, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { sendLetter } from "#test/letters.ts";
import { rememberedJobs } from "#test/services.ts";
import { findLetter, sendAgain, writeLetter } from "./index.ts";

const writing = {
  to: "nadia@exemple.fr",
  subject: "Votre invitation à l’assemblée",
  text: "Bonjour Nadia,",
  html: "<p>Bonjour Nadia,</p>",
};

/** A mail server on this machine, that behaves as told, and what it took. */
async function openServer(habits: SMTPServerOptions = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        taken.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    ...habits,
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as { port: number };
  return {
    taken,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

test("a letter goes with the change that writes it: rolled back, it never existed", async ({ db }) => {
  const jobs = rememberedJobs();
  await inTransaction(db, system, async (db) => {
    await writeLetter(db, jobs, writing);
    throw new Error("changed my mind");
  }).catch(() => {});
  expect(await db.selectFrom("platform.letters").select("id").execute()).toEqual([]);
  const id = await writeLetter(db, jobs, writing);
  expect(jobs.asked.at(-1)).toEqual({ name: "mail.send", data: { letterId: id } });
});

test("a letter is sent once, however many times its job runs", async ({ db }) => {
  const server = await openServer();
  const id = await writeLetter(db, rememberedJobs(), writing);
  expect(await sendLetter(db, id, server.url)).toMatchObject({ state: "sent", attempts: 1, error: null });
  await sendLetter(db, id, server.url);
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]).toMatch(/To: nadia@exemple\.fr[\s\S]*multipart\/alternative/);
  await server.close();
});

test("without a mail server the letter is kept, and can be sent when there is one", async ({ db }) => {
  const server = await openServer();
  const id = await writeLetter(db, rememberedJobs(), writing);
  expect(await sendLetter(db, id)).toMatchObject({ state: "kept" });
  const jobs = rememberedJobs();
  expect(await sendAgain(db, system, jobs, id)).toBe(true);
  expect(jobs.asked).toHaveLength(1);
  expect(await sendLetter(db, id, server.url)).toMatchObject({ state: "sent" });
  expect(await sendAgain(db, system, jobs, id)).toBe(false);
  await server.close();
});

test("a server that is away is tried again; the letter waits with the reason", async ({ db }) => {
  const server = await openServer();
  await server.close();
  const id = await writeLetter(db, rememberedJobs(), writing);
  await expect(sendLetter(db, id, server.url)).rejects.toThrow("ne répond pas");
  expect(await findLetter(db, id)).toMatchObject({ state: "waiting", attempts: 1 });
});

test("an address that the server refuses is said at once, and not tried again", async ({ db }) => {
  const server = await openServer({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error("Boîte inconnue"), { responseCode: 550 })),
  });
  const id = await writeLetter(db, rememberedJobs(), writing);
  const letter = await sendLetter(db, id, server.url);
  expect(letter).toMatchObject({ state: "failed", error: expect.stringContaining("550") });
  await server.close();
});

test("a server that dies before the whole letter is there gets it again; one that dies after does not", async ({
  db,
}) => {
  const dying = await openDyingServer("RCPT");
  const id = await writeLetter(db, rememberedJobs(), writing);
  await expect(sendLetter(db, id, dying.url)).rejects.toThrow("ne répond pas");
  dying.dieAt("the final point");
  expect(await sendLetter(db, id, dying.url)).toMatchObject({
    state: "failed",
    error: expect.stringContaining("peut-être partie"),
  });
  dying.close();
});

/** A mail server that hangs up at a word of the conversation. */
async function openDyingServer(first: string) {
  let word = first;
  const server = createServer((socket) => {
    let inLetter = false;
    socket.on("error", () => {});
    socket.write("220 ici\r\n");
    socket.on("data", (chunk) => {
      const said = chunk.toString();
      if (inLetter) return said.endsWith("\r\n.\r\n") ? socket.destroy() : undefined;
      if (said.startsWith(word)) return socket.destroy();
      inLetter = said.startsWith("DATA");
      socket.write(inLetter ? "354 allez\r\n" : "250 bien\r\n");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    dieAt: (next: string) => {
      word = next;
    },
    close: () => server.close(),
  };
}

test("an attempt cut short by a kill is shown as not known, and is never sent again by itself", async ({
  db,
}) => {
  const server = await openServer();
  const id = await writeLetter(db, rememberedJobs(), writing);
  await db.updateTable("platform.letters").set({ state: "sending" }).where("id", "=", id).execute();
  expect(await sendLetter(db, id, server.url)).toMatchObject({
    state: "failed",
    error: expect.stringContaining("interrompu"),
  });
  expect(server.taken).toEqual([]);
  await server.close();
});
