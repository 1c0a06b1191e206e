import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { ensureTerm } from "#domains/vocabularies/index.ts";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { changeFields } from "../fields/commands.ts";
import { addOrganisations } from "../matching/commands.ts";
import { addList } from "../segments/commands.ts";
import { actOnMany, type BulkAct } from "./commands.ts";
import { undoBulkAction } from "./commands.undo.ts";

const network = (db: Db) =>
  addOrganisations(db, system, [
    { name: "Adice", rna: "W595001234", commune_code: "59512" },
    { name: "Berlioz", commune_code: "59350", visibility: "listed" },
    { name: "Cysoing monde", commune_code: "80021" },
  ]);
const rows = (db: Db) => db.selectFrom("directory.organisations").selectAll().orderBy("id").execute();
const state = async (db: Db) =>
  (await rows(db)).map(({ version: _, updated_at: __, search: ___, ...row }) => row);
const these = (ids: readonly number[]) => sql`select unnest(${[...ids]}::bigint[]) as id`;

describe("each writing route climbs the ladder", () => {
  for (const undoing of [false, true])
    test(undoing ? "undoing" : "doing", async ({ db }) => {
      const [first = 0] = await network(db);
      const { id } = await actOnMany(db, system, these([first]), { kind: "list", detail: "" });
      const path = undoing ? directory.bulkUndo(id) : `${directory.bulk()}?faire=tag`;
      const good = { "choix[]": String(first), nouvelle_etiquette: "À relancer" };
      const post = async (who: Persona | undefined, fields: Record<string, string>) =>
        (await (await openSite(db, who)).post(path, fields)).status;
      expect(await post(undefined, good)).toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await post(who, good)).toBe(403);
      if (!undoing) expect(await post("animatrice", { "choix[]": String(first) })).toBe(422);
      expect((await rows(db))[0]?.tag_ids).toEqual([]);
      expect(await post("animatrice", good)).toBe(303);
    });
});

test("Aminata tags the organisations she checked, and takes exactly that back", async ({ db }) => {
  const [adice = 0, , cysoing = 0] = await network(db);
  const site = await openSite(db, "animatrice");
  const list = await site.visit(directory.all());
  expect(list.querySelectorAll("input[name=choix][form=choix]")).toHaveLength(3);
  const before = await state(db);
  const step = `${directory.bulk()}?faire=tag&portee=cochees&choix=${adice}&choix=${cysoing}`;
  const page = await site.visit(step);
  expect(page.querySelector("main")?.textContent).toContain("Adice, Cysoing monde.");
  const form = page.querySelector("main form");
  const sent = { "choix[]": [String(adice), String(cysoing)], nouvelle_etiquette: "À relancer" };
  const done = await site.post(form?.getAttribute("action") ?? "", sent);
  const after = await site.visit(done.to ?? "");
  expect(after.querySelector(".notice")?.textContent).toContain(
    "2\u00a0fiches portent maintenant l’étiquette « À relancer ».",
  );
  const shown = await site.visit(`${directory.all()}?colonnes=etiquettes,commune`);
  expect(
    [...shown.querySelectorAll("tbody tr")].map((row) => row.textContent?.includes("À relancer")),
  ).toEqual([true, false, true]);
  await site.post(after.querySelector(".notice form")?.getAttribute("action") ?? "");
  expect(await state(db)).toEqual(before);
});

test("all those of a search are put in a new list, which is a segment; one leaves it again", async ({
  db,
}) => {
  const [adice = 0] = await network(db);
  const site = await openSite(db, "animatrice");
  const done = await site.post(`${directory.bulk()}?faire=collect&departement=59`, {
    portee: "toutes",
    nouvelle_liste: "Invitées du 3 mars",
  });
  expect(done.to).toBe("/gestion/annuaire?departement=59");
  const { id } = await db.selectFrom("directory.segments").select("id").executeTakeFirstOrThrow();
  const names = async () =>
    ((await (await site.request(`/gestion/annuaire.json?segment=${id}`)).json()) as { name: string }[]).map(
      ({ name }) => name,
    );
  expect(await names()).toEqual(["Adice", "Berlioz"]);
  const left = await site.post(`${directory.bulk()}?faire=discard`, {
    "choix[]": String(adice),
    liste: String(id),
  });
  expect(await names()).toEqual(["Berlioz"]);
  const page = await site.visit(left.to ?? "");
  await site.post(page.querySelector(".notice form")?.getAttribute("action") ?? "");
  expect(await names()).toEqual(["Adice", "Berlioz"]);
});

test("a whole search becomes public; what was changed since is left, and named", async ({ db }) => {
  const [adice = 0] = await network(db);
  const site = await openSite(db, "animatrice");
  const done = await site.post(`${directory.bulk()}?faire=list`, { portee: "toutes" });
  const page = await site.visit(done.to ?? "");
  expect(page.querySelector(".notice")?.textContent).toContain(
    "2\u00a0fiches de plus dans l’annuaire public.",
  );
  const source = { source: "staff" } as const;
  await changeFields(db, system, adice, { website: "https://adice.example" }, { source });
  const undo = page.querySelector(".notice form")?.getAttribute("action") ?? "";
  const undone = await site.visit((await site.post(undo)).to ?? "");
  expect(undone.querySelector(".notice")?.textContent).toContain(
    "1\u00a0fiche comme avant. Une a changé depuis et reste comme elle est : Adice.",
  );
  expect((await rows(db)).map(({ visibility, listed_at }) => [visibility, listed_at === null])).toEqual([
    ["listed", false],
    ["listed", false],
    ["internal", true],
  ]);
  const twice = await site.visit((await site.post(undo)).to ?? "");
  expect(twice.querySelector(".notice")?.textContent).toContain("déjà été annulée");
});

test("an archived card whose number another took meanwhile is not brought back over it", async ({ db }) => {
  const ids = await network(db);
  const { id } = await actOnMany(db, system, these(ids), { kind: "archive", detail: "" });
  await addOrganisations(db, system, [{ name: "Adice bis", rna: "W595001234" }]);
  expect(await undoBulkAction(db, system, id)).toEqual({ ok: true, restored: 2, left: ["Adice"] });
});

test("those checked are taken away in a spreadsheet, with the columns shown", async ({ db }) => {
  const [adice = 0, berlioz = 0] = await network(db);
  const site = await openSite(db, "animatrice");
  const step = await site.request(
    `${directory.bulk()}?faire=export&choix=${adice}&choix=${berlioz}&colonnes=commune,rna`,
  );
  expect(step.headers.get("location")).toBe(
    `/gestion/annuaire.xlsx?colonnes=commune%2Crna&choix=${adice}&choix=${berlioz}`,
  );
  const file = await site.request(`/gestion/annuaire.json?colonnes=commune,rna&choix=${adice}`);
  expect(await file.json()).toEqual([
    { id: adice, name: "Adice", acronym: "", commune: "Roubaix", rna: "W595001234" },
  ]);
  await site.visit(`${directory.bulk()}?faire=tag`);
});

test("whatever was done to whomever, undoing it gives every row back", async ({ db }) => {
  const ids = await network(db);
  const tagId = await ensureTerm(db, system, "tags", "Une");
  const segmentId = await addList(db, system, "Une liste");
  const acts: BulkAct[] = [
    { kind: "tag", tagId, detail: "Une" },
    { kind: "untag", tagId, detail: "Une" },
    { kind: "list", detail: "" },
    { kind: "unlist", detail: "" },
    { kind: "archive", detail: "" },
    { kind: "collect", segmentId, detail: "" },
    { kind: "discard", segmentId, detail: "" },
  ];
  const members = async () =>
    await db
      .selectFrom("directory.segment_organisations")
      .select("organisation_id")
      .orderBy("organisation_id")
      .execute();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...acts), fc.subarray(ids)), { maxLength: 5 }),
      async (plan) => {
        const before = [await state(db), await members()];
        const done: number[] = [];
        for (const [act, chosen] of plan) done.push((await actOnMany(db, system, these(chosen), act)).id);
        for (const id of done.reverse())
          expect(await undoBulkAction(db, system, id)).toMatchObject({ ok: true, left: [] });
        expect([await state(db), await members()]).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});
