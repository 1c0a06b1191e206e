import fc from "fast-check";
import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { addOrganisations, rememberName } from "./commands.ts";
import { matchOrganisations, suggestOrganisations } from "./queries.ts";

const known = [
  'Association "Avec et pour le Mali"',
  "C.D.S.I",
  "Ville d’Arras",
  "Élevages sans frontières",
  "Adice",
];

async function network(db: Db) {
  const ids = await addOrganisations(
    db,
    system,
    [...known.map((name) => ({ name })), { name: "Métropole Européenne de Lille", acronym: "MEL" }],
    null,
  );
  return (index: number) => ids[index] ?? 0;
}

test("a name is sure without accents, case or punctuation; an acronym and a remembered spelling too", async ({
  db,
}) => {
  const id = await network(db);
  await rememberName(db, system, id(4), "Adice Roubaix");
  const names = ["ELEVAGES SANS FRONTIERES", "ville d'arras", "mel", "ADICE ROUBAIX"];
  const matches = await matchOrganisations(db, names);
  expect(names.map((name) => matches.get(name))).toEqual([
    { sure: { id: id(3), name: known[3] } },
    { sure: { id: id(2), name: known[2] } },
    { sure: { id: id(5), name: "Métropole Européenne de Lille" } },
    { sure: { id: id(4), name: "Adice" } },
  ]);
});

test("words in front, initials and slips are proposed, never taken silently", async ({ db }) => {
  const id = await network(db);
  const matches = await matchOrganisations(db, [
    "Avec et pour le Mali",
    "CDSI",
    "Arras",
    "Elevage sans frontiere",
  ]);
  for (const [name, index] of [
    ["Avec et pour le Mali", 0],
    ["CDSI", 1],
    ["Arras", 2],
    ["Elevage sans frontiere", 3],
  ] as const)
    expect(matches.get(name), name).toMatchObject({ candidates: [{ id: id(index) }] });
});

test("a name that two organisations have is proposed twice; an unknown one gets no proposal", async ({
  db,
}) => {
  await network(db);
  await addOrganisations(db, system, [{ name: "ADICE" }]);
  const matches = await matchOrganisations(db, ["Adice", "Zzyzx", "???", ""]);
  expect(matches.get("Adice")).toMatchObject({ candidates: [{ score: 1 }, { score: 1 }] });
  for (const name of ["Zzyzx", "???", ""]) expect(matches.get(name)).toEqual({ candidates: [] });
});

test("whatever is typed gets an answer, and an organisation is always found by its own name", async ({
  db,
}) => {
  const names = fc.array(
    fc.string({ minLength: 1, maxLength: 60 }).filter((name) => !name.includes("\0")),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(names, async (names) => {
      const ids = await addOrganisations(
        db,
        system,
        names.map((name) => ({ name })),
      );
      const matches = await matchOrganisations(db, names);
      for (const [index, name] of names.entries()) {
        const match = matches.get(name);
        if (match && "sure" in match) expect(match.sure.id).toBe(ids[index]);
        else expect(match?.candidates.length).toBeLessThanOrEqual(3);
      }
      await db.deleteFrom("directory.organisations").where("id", "in", ids).execute();
    }),
    { numRuns: 30 },
  );
});

test("the first letters, the acronym or a middle word suggest an organisation; an archived one never", async ({
  db,
}) => {
  const id = await network(db);
  const first = async (typed: string) => (await suggestOrganisations(db, typed))[0]?.id;
  expect(await first("mel")).toBe(id(5));
  expect(await first("ÉLEV")).toBe(id(3));
  expect(await first("pour le mali")).toBe(id(0));
  await db
    .updateTable("directory.organisations")
    .set({ status: "archived" })
    .where("id", "=", id(3))
    .execute();
  expect(await first("élev")).toBeUndefined();
});
