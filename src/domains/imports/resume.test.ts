import { sql } from "kysely";
import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test, workerDatabase } from "#test/database.ts";
import { importer, importServices } from "#test/imports.ts";
import { moveImport, openImport } from "./commands.ts";
import { resumeImports } from "./index.ts";
import { findImport } from "./queries.ts";
import { readImport } from "./reading/read.ts";

const file = new TextEncoder().encode(
  "Sujet;Type de réunion;Localisation;Date;Durée;Nombre de participants\nA;Formation;Lille;1/2/21;1;2\n",
);

/** An import whose server died right after the launch: its state says that it runs, and nobody is at it. */
async function cutShort(db: Db) {
  const { services } = importServices(db);
  const id = await openImport(services, db, system, { name: "r.csv", bytes: file });
  await readImport(services, id);
  await moveImport(db, system, id, { from: ["ready"], to: "running" });
  return { services, id, state: async () => (await findImport(db, id))?.state };
}

const subjects = (db: Db) => db.selectFrom("activities.meetings").select("subject").execute();

test("a run that died with its server is taken up again and ends", async ({ db }) => {
  const { services, id, state } = await cutShort(db);
  await resumeImports(services);
  expect(await state()).toBe("done");
  expect(await subjects(db)).toEqual([{ subject: "A" }]);
  await resumeImports(services);
  expect((await findImport(db, id))?.counts).toMatchObject({ create: 1 });
  expect((await subjects(db)).length).toBe(1);
});

test("a file given just before the server died is read at its return", async ({ db }) => {
  const { services } = importServices(db);
  const id = await openImport(services, db, system, { name: "r.csv", bytes: file });
  await resumeImports(services);
  expect((await findImport(db, id))?.state).toBe("ready");
});

test("work that a live connection is at is left to it", async ({ db }) => {
  const { services } = importServices(db);
  const id = await openImport(services, db, system, { name: "r.csv", bytes: file });
  const state = async () => (await findImport(db, id))?.state;
  const other = await (await workerDatabase()).startTransaction().execute();
  await sql`select pg_advisory_xact_lock(hashtext('imports.imports'), ${id})`.execute(other);
  await resumeImports(services);
  expect(await state()).toBe("reading");
  await other.rollback().execute();
  await resumeImports(services);
  expect(await state()).toBe("ready");
});

test("a file that brings the server down again and again is given up with a sentence", async ({ db }) => {
  const { services, id, state } = await cutShort(db);
  await sql`update imports.progress set attempts = 4 where import_id = ${id}`.execute(db);
  await resumeImports(services);
  expect(await state()).toBe("failed");
  expect((await findImport(db, id))?.error).toContain("Rien n’a été enregistré");
  expect(await subjects(db)).toEqual([]);
});

test("what goes wrong in the middle leaves nothing, says so, and the file can be read again", async ({
  db,
}) => {
  const { site, give, work } = await importer(db, "animatrice");
  const page = await give("r.csv", file);
  await sql`alter table activities.meetings add constraint broken check (subject <> 'A')`.execute(db);
  await site.post(`${page}/lancement`);
  await work();
  const stopped = await site.visit(page);
  expect(stopped.querySelector(".callout-bad")?.textContent).toContain("Rien n’a été enregistré");
  expect(await subjects(db)).toEqual([]);
  await sql`alter table activities.meetings drop constraint broken`.execute(db);
  await site.post(`${page}/reprise`);
  await work();
  await site.post(`${page}/lancement`);
  await work();
  expect(await subjects(db)).toEqual([{ subject: "A" }]);
});
