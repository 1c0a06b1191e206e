import { sql } from "kysely";
import { describe, expect } from "vitest";
import { vocabularies } from "#paths/vocabularies.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { findTermByWord, listTerms } from "./index.ts";
import { shippedLists } from "./shipped/index.ts";

const types = vocabularies.one("meeting_types");
const labels = async (db: Db) => (await listTerms(db, "meeting_types")).map((term) => term.label);
const idOf = async (db: Db, word: string) =>
  (await findTermByWord(db, "meeting_types", [word])).get(word)?.id ?? 0;

describe("who may change the words", () => {
  test("a stranger signs in, a member is refused", async ({ db }) => {
    const stranger = await openSite(db);
    expect((await stranger.request(types)).headers.get("location")).toContain("/connexion");
    expect((await stranger.post(types, { libelle: "Assemblée" })).to).toContain("/connexion");
    const member = await openSite(db, "membre");
    expect((await member.request(types)).status).toBe(403);
  });

  test("an officer reads them and cannot change them", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    await site.visit(vocabularies.all());
    const page = await site.visit(types);
    expect(page.querySelector("main form")).toBeNull();
    const id = await idOf(db, "formation");
    for (const path of [
      types,
      vocabularies.term("meeting_types", id),
      vocabularies.retirement("meeting_types", id),
    ])
      expect((await site.post(path, { libelle: "Assemblée", version: "1" })).status).toBe(403);
  });
});

test("every shipped list opens, with its version 1", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const { rows } = await sql<{ id: string }>`select id from vocabularies.lists`.execute(db);
  expect(rows.length).toBe(shippedLists.length);
  for (const { id } of rows) {
    await site.visit(vocabularies.one(id));
    await site.visit(vocabularies.version(id, 1));
  }
  await site.visit(vocabularies.one("inconnue"), { status: 404 });
  await site.visit(vocabularies.version("odd", 2), { status: 404 });
});

test("the 17 goals carry their colours and are understood by number", async ({ db }) => {
  const goals = await listTerms(db, "odd");
  expect(goals.map((goal) => goal.colour)).toHaveLength(17);
  expect(goals[5]).toMatchObject({ code: "6", label: "6. Eau propre et assainissement", colour: "#26bde2" });
  const found = await findTermByWord(db, "odd", ["ODD 6", "eau propre et assainissement", "6"]);
  expect([...found.values()].map((term) => term.code)).toEqual(["6", "6", "6"]);
});

test("the director adds a type of meeting: it is offered, understood, and the list has a new version", async ({
  db,
}) => {
  const site = await openSite(db, "administrateur");
  await site.visit(types);
  const added = { libelle: "Assemblée générale", synonymes: "AG\nassemblée", version: "1" };
  expect((await site.post(types, added)).to).toBe(types);
  expect((await labels(db)).at(-1)).toBe("Assemblée générale");
  expect(await idOf(db, "ag")).toBeGreaterThan(0);
  const page = await site.visit(types);
  expect(page.body.textContent).toContain("Version 2");
  expect((await site.visit(vocabularies.version("meeting_types", 1))).body.textContent).not.toContain(
    "Assemblée",
  );
  expect((await site.visit(vocabularies.version("meeting_types", 2))).body.textContent).toContain(
    "Assemblée générale",
  );
});

test("a label that is missing, too long or already taken is refused with what was typed", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  for (const libelle of [" ", "x".repeat(201), "FORMATION", "copil"]) {
    const refused = await site.post(types, { libelle, synonymes: "autre", version: "1" });
    expect(refused.status, libelle).toBe(422);
    expect((await refused.page()).querySelector("[name=synonymes]")?.textContent).toBe("autre");
  }
  expect(await labels(db)).toHaveLength(8);
  const orphan = await site.post(vocabularies.one("actor_types"), {
    libelle: "Club",
    parent: "999999",
    version: "1",
  });
  expect(orphan.status).toBe(422);
});

test("two people change the same list: the second is told, and keeps what they typed", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const id = await idOf(db, "formation");
  const path = vocabularies.term("meeting_types", id);
  await site.visit(path);
  expect((await site.post(path, { libelle: "Atelier", version: "1" })).status).toBe(303);
  const second = await site.post(path, { libelle: "Cours", version: "1" });
  expect(second.status).toBe(409);
  const page = await second.page();
  expect(page.querySelector(".callout")?.textContent).toContain("Atelier");
  expect(page.querySelector("[name=libelle]")?.getAttribute("value")).toBe("Cours");
  expect((await site.post(types, { libelle: "Cours", version: "1" })).status).toBe(409);
  expect((await site.post(path, { libelle: "Cours", version: "2" })).status).toBe(303);
});

test("a term goes up, is retired, and comes back where it was", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  const id = await idOf(db, "copil");
  await site.post(vocabularies.moving("meeting_types", id), { sens: "haut", version: "1" });
  expect((await labels(db))[0]).toBe("Comité de pilotage");
  await site.post(vocabularies.moving("meeting_types", id), { sens: "bas", version: "1" });
  expect((await labels(db))[0], "an old page moves nothing").toBe("Comité de pilotage");

  await site.post(vocabularies.retirement("meeting_types", id));
  expect(await labels(db)).not.toContain("Comité de pilotage");
  const page = await site.visit(types);
  expect(page.querySelector(".notice form")?.getAttribute("action")).toBe(
    vocabularies.restoration("meeting_types", id),
  );
  expect(page.body.textContent).toContain("Termes retirés");
  await site.post(vocabularies.restoration("meeting_types", id));
  expect((await labels(db))[0]).toBe("Comité de pilotage");
});
