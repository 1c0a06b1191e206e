import { expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { changeFields } from "../fields/commands.ts";
import { readRecord } from "../fields/queries.ts";
import { proposeChanges } from "./commands.ts";
import { decideChanges } from "./decisions.ts";

async function kabe(db: Db) {
  const { id } = await db
    .insertInto("directory.organisations")
    .values({ name: "Kabé Bénin", description: "Écoles" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
const campaign = { source: "census", ref: "7", label: "Recensement 2026" } as const;
const waiting = (db: Db) =>
  db
    .selectFrom("directory.proposed_changes")
    .select(["id", "field"])
    .where("state", "=", "waiting")
    .execute();

test("what an organisation says of itself is a difference: safe fields at once, the others wait for the team", async ({
  db,
}) => {
  const organisationId = await kabe(db);
  const said = { name: "Kabé-Bénin", description: "Écoles et puits", acronym: "", website: null };
  const outcome = await proposeChanges(db, system, { organisationId, source: campaign, said });
  expect(outcome).toMatchObject({ accepted: 1, waiting: 1 });
  const record = await readRecord(db, organisationId);
  expect(record?.values).toMatchObject({ name: "Kabé Bénin", description: "Écoles et puits" });
  expect(record?.facts["description"]).toMatchObject({ ...campaign, on: expect.stringMatching(/^\d{4}-/) });
  const [change] = await waiting(db);
  expect(await decideChanges(db, system, [change?.id ?? 0], { accept: true })).toMatchObject({ accepted: 1 });
  expect(await decideChanges(db, system, [change?.id ?? 0], { accept: false })).toMatchObject({ refused: 0 });
  const after = await readRecord(db, organisationId);
  expect(after?.values["name"]).toBe("Kabé-Bénin");
  expect(after?.facts["name"]).toMatchObject(campaign);
});

test("said again, only the last word waits", async ({ db }) => {
  const organisationId = await kabe(db);
  await proposeChanges(db, system, { organisationId, source: campaign, said: { name: "Kabé" } });
  await proposeChanges(db, system, { organisationId, source: campaign, said: { name: "Kabé B." } });
  expect(await waiting(db)).toHaveLength(1);
  await proposeChanges(db, system, { organisationId, source: campaign, said: { name: "Kabé Bénin" } });
  expect(await waiting(db)).toEqual([]);
});

test("a change overtaken by a colleague is not written over theirs unless someone says so", async ({
  db,
}) => {
  const organisationId = await kabe(db);
  await proposeChanges(db, system, { organisationId, source: campaign, said: { rna: "W595000001" } });
  await changeFields(db, system, organisationId, { rna: "W595000002" }, { source: { source: "staff" } });
  const ids = (await waiting(db)).map(({ id }) => id);
  expect(await decideChanges(db, system, ids, { accept: true })).toMatchObject({
    accepted: 0,
    overtaken: ids,
  });
  expect(await decideChanges(db, system, ids, { accept: true, anyway: true })).toMatchObject({ accepted: 1 });
  expect((await readRecord(db, organisationId))?.values["rna"]).toBe("W595000001");
});

test("the first courriel of a card is changed where it stands, with its source", async ({ db }) => {
  const organisationId = await kabe(db);
  const source = { source: "staff" } as const;
  await changeFields(db, system, organisationId, { email: "a@kabe.fr" }, { source });
  await changeFields(db, system, organisationId, { email: "b@kabe.fr", "custom.puits": 4 }, { source });
  const record = await readRecord(db, organisationId);
  expect(record?.values).toMatchObject({ email: "b@kabe.fr", "custom.puits": 4 });
  expect(record?.facts).toMatchObject({ email: source, "custom.puits": source });
});
