import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { tellApart } from "../duplicates/commands.ts";
import { addOrganisations, rememberName } from "../matching/commands.ts";
import { findDuplicates } from "../matching/duplicates.ts";
import { mergeOrganisations } from "./commands.ts";
import { undoMerge } from "./commands.undo.ts";
import { listReferences } from "./queries.references.ts";
import type { Choice } from "./rules.ts";

const two = async (db: Db) => {
  const [winner = 0, loser = 0] = await addOrganisations(db, system, [
    { name: "Groupement de coopératives", visibility: "listed", commune_code: "59512" },
    { name: "GDCAM", acronym: "GDC", rna: "W595001234", website: "https://gdcam.fr", visibility: "listed" },
  ]);
  return { winner, loser };
};

const versionsOf = async (db: Db, winner: number, loser: number) => {
  const rows = await db
    .selectFrom("directory.organisations")
    .select(["id", "version"])
    .where("id", "in", [winner, loser])
    .execute();
  const of = (id: number) => rows.find((row) => row.id === id)?.version ?? 0;
  return { winner: of(winner), loser: of(loser) };
};

async function merge(db: Db, winner: number, loser: number, choice: Choice = "loser") {
  const outcome = await mergeOrganisations(db, system, {
    winnerId: winner,
    loserId: loser,
    versions: await versionsOf(db, winner, loser),
    chosen: () => choice,
    visibility: "listed",
  });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.id;
}

/** Every row that stands in a table that names organisations, but for what a change of version writes. */
async function everything(db: Db) {
  const tables = [
    ...new Set((await listReferences(db)).map(({ table }) => table)),
    "directory.organisations",
    "directory.told_apart",
  ];
  const lines: Record<string, unknown[]> = {};
  for (const table of tables) {
    const { rows } = await sql<{ line: unknown }>`
      select to_jsonb(one) - '{version,updated_at,search}'::text[] as line from ${sql.table(table)} one order by 1`.execute(
      db,
    );
    lines[table] = rows.map(({ line }) => line);
  }
  return lines;
}

const term = async (db: Db, list: string) =>
  (
    await db
      .selectFrom("vocabularies.terms")
      .select("id")
      .where("list_id", "=", list)
      .orderBy("id")
      .executeTakeFirstOrThrow()
  ).id;

/** What rooms hang on an organisation: each adds rows of its own. */
async function hang(db: Db, id: number, other: number, kinds: readonly string[]) {
  const add: Record<string, () => Promise<unknown>> = {
    name: () => rememberName(db, system, id, "Même graphie"),
    email: () =>
      db
        .insertInto("directory.contact_points")
        .values({ organisation_id: id, kind: "email", value: "Contact@gdcam.fr" })
        .execute(),
    phone: () =>
      db
        .insertInto("directory.contact_points")
        .values({ organisation_id: id, kind: "phone", value: `0${id}`, position: 3 })
        .execute(),
    member: async () =>
      db
        .insertInto("membership.memberships")
        .values({ organisation_id: id, year: 2021, college_id: await term(db, "colleges") })
        .execute(),
    role: async () => {
      const person = await db
        .insertInto("directory.people")
        .values({ given_name: "Awa", family_name: "Diop" })
        .returning("id")
        .executeTakeFirstOrThrow();
      await db
        .insertInto("directory.roles")
        .values({ person_id: person.id, organisation_id: id, main_contact: true })
        .execute();
    },
    link: () =>
      db.insertInto("directory.links").values({ from_id: id, to_id: other, kind: "partner_of" }).execute(),
    partnership: () =>
      db
        .insertInto("directory.partnerships")
        .values({ organisation_id: id, kind: "twinning", partner: "Roncq", country_code: "ML" })
        .execute(),
    proposal: () =>
      db
        .insertInto("directory.proposals")
        .values({ organisation_id: id, source: '{"source": "declared"}' })
        .execute(),
    meeting: async () => {
      const meeting = await db
        .insertInto("activities.meetings")
        .values({
          subject: "Point",
          type_id: await term(db, "meeting_types"),
          held_on: "2021-01-06",
          duration_minutes: 60,
          participants: 2,
          online: true,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await db
        .insertInto("activities.meeting_organisations")
        .values({ meeting_id: meeting.id, typed: "GDCAM", organisation_id: id })
        .execute();
    },
    custom: () =>
      sql`update directory.organisations set custom = jsonb_build_object('puits', ${id}::bigint), sector_ids = array[${id}]::bigint[]
          where id = ${id}`.execute(db),
  };
  for (const kind of kinds) await add[kind]?.();
}
const kinds = [
  "name",
  "email",
  "phone",
  "member",
  "role",
  "link",
  "partnership",
  "proposal",
  "meeting",
  "custom",
];

test("every foreign key to an organisation is found in the catalogue, can be moved and has words", async ({
  db,
}) => {
  const references = await listReferences(db);
  expect(references.length).toBeGreaterThan(9);
  expect(references.map(({ table, column }) => `${table}.${column}`)).toContain(
    "membership.memberships.organisation_id",
  );
  expect(
    references.filter(({ words }) => words[0].includes("autre rubrique")).map(({ table }) => table),
  ).toEqual([]);
});

test("the winner takes the chosen values, all that named the loser names it, and the loser leads to it", async ({
  db,
}) => {
  const { winner, loser } = await two(db);
  await hang(db, loser, winner, ["member", "role", "meeting", "email", "name"]);
  const id = await merge(db, winner, loser);
  const card = await db
    .selectFrom("directory.organisations")
    .selectAll()
    .where("id", "=", winner)
    .executeTakeFirstOrThrow();
  expect(card).toMatchObject({
    name: "GDCAM",
    rna: "W595001234",
    website: "https://gdcam.fr",
    commune_code: null,
  });
  expect(card.facts).toMatchObject({ name: { source: "merge", ref: String(id), label: "GDCAM" } });
  const gone = await db
    .selectFrom("directory.organisations")
    .selectAll()
    .where("id", "=", loser)
    .executeTakeFirstOrThrow();
  expect(gone).toMatchObject({ status: "archived", archived_from: "published", merged_into_id: winner });
  for (const table of [
    "membership.memberships",
    "directory.roles",
    "activities.meeting_organisations",
    "directory.contact_points",
  ] as const)
    expect(await db.selectFrom(table).select("organisation_id").execute(), table).toEqual([
      { organisation_id: winner },
    ]);
  const names = await db
    .selectFrom("directory.names")
    .select("label")
    .where("organisation_id", "=", winner)
    .execute();
  expect(names.map(({ label }) => label).sort()).toEqual([
    "GDC",
    "Groupement de coopératives",
    "Même graphie",
  ]);
  expect((await findDuplicates(db, { name: "Groupement de cooperatives" }))[0]?.id).toBe(winner);
});

test("what the winner has already stays with the loser, and is told", async ({ db }) => {
  const { winner, loser } = await two(db);
  await hang(db, winner, loser, ["member", "email", "role", "link"]);
  await hang(db, loser, winner, ["member", "email", "role", "link"]);
  const id = await merge(db, winner, loser);
  const { kept } = await db
    .selectFrom("directory.merges")
    .select("kept")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const told = (kept as { table: string; column: string }[]).map(({ table, column }) => `${table}.${column}`);
  expect(told.sort()).toEqual([
    "directory.contact_points.organisation_id",
    "directory.links.from_id",
    "directory.links.to_id",
    "membership.memberships.organisation_id",
  ]);
  const mains = await db
    .selectFrom("directory.roles")
    .select(["organisation_id", "main_contact"])
    .orderBy("id")
    .execute();
  expect(mains).toEqual([
    { organisation_id: winner, main_contact: true },
    { organisation_id: winner, main_contact: false },
  ]);
});

test("undoing gives back every row as it was, whatever hung on the two", { timeout: 90_000 }, async ({
  db,
}) => {
  const some = fc.subarray(kinds);
  await fc.assert(
    fc.asyncProperty(
      some,
      some,
      fc.constantFrom<Choice>("winner", "loser", "both"),
      async (mine, theirs, choice) => {
        await inTransaction(db, system, async (db) => {
          const { winner, loser } = await two(db);
          const [third = 0] = await addOrganisations(db, system, [{ name: "Tierce" }]);
          await hang(db, winner, loser, mine);
          await hang(db, loser, winner, theirs);
          await tellApart(db, system, loser, third);
          const before = await everything(db);
          const id = await merge(db, winner, loser, choice);
          expect(await everything(db)).not.toEqual(before);
          expect(await undoMerge(db, system, id)).toEqual({ ok: true, missing: 0 });
          expect(await everything(db)).toEqual(before);
          throw new Stop();
        }).catch((error) => {
          if (!(error instanceof Stop)) throw error;
        });
      },
    ),
    { numRuns: 15 },
  );
});
class Stop extends Error {}

test("A into B into C: both lead to C, and are taken back one after the other", async ({ db }) => {
  const [a = 0, b = 0, c = 0] = await addOrganisations(db, system, [
    { name: "MEL", visibility: "listed" },
    { name: "Métropole de Lille", visibility: "listed" },
    { name: "Métropole Européenne de Lille", visibility: "listed" },
  ]);
  await hang(db, a, c, ["member"]);
  const before = await everything(db);
  const first = await merge(db, b, a);
  const second = await merge(db, c, b);
  const site = await openSite(db, "animatrice");
  for (const id of [a, b]) {
    const staff = await site.request(directory.one(id));
    expect([staff.status, staff.headers.get("location")]).toEqual([303, directory.one(c)]);
    const open = await site.request(`/acteurs/${id}-x`);
    expect([open.status, open.headers.get("location")?.startsWith(`/acteurs/${c}-`)]).toEqual([301, true]);
  }
  expect(await undoMerge(db, system, first)).toEqual({ ok: false, refusal: "chained" });
  expect(await undoMerge(db, system, second)).toMatchObject({ ok: true });
  expect(await undoMerge(db, system, first)).toMatchObject({ ok: true });
  expect(await everything(db)).toEqual(before);
  expect(await undoMerge(db, system, first)).toEqual({ ok: false, refusal: "undone" });
});

test("a card changed since its merge is not undone over the change, and the page names the field", async ({
  db,
}) => {
  const { winner, loser } = await two(db);
  const id = await merge(db, winner, loser);
  await db
    .updateTable("directory.organisations")
    .set({ description: "Ajoutée depuis" })
    .where("id", "=", winner)
    .execute();
  await db.updateTable("directory.organisations").set({ name: "GDCAM 2" }).where("id", "=", winner).execute();
  const site = await openSite(db, "animatrice");
  const refused = await site.post(directory.mergeUndo(id));
  expect(refused.status).toBe(422);
  expect((await refused.page()).body.textContent).toContain("a été modifiée depuis la fusion (nom)");
  await db.updateTable("directory.organisations").set({ name: "GDCAM" }).where("id", "=", winner).execute();
  expect((await site.post(directory.mergeUndo(id))).to).toBe(directory.one(loser));
  const card = await db
    .selectFrom("directory.organisations")
    .selectAll()
    .where("id", "=", winner)
    .executeTakeFirstOrThrow();
  expect(card).toMatchObject({ name: "Groupement de coopératives", description: "Ajoutée depuis" });
});

test("an identifier that a third card took since cannot be given back", async ({ db }) => {
  const { winner, loser } = await two(db);
  const id = await merge(db, winner, loser, "winner");
  await addOrganisations(db, system, [{ name: "Tierce", rna: "W595001234" }]);
  expect(await undoMerge(db, system, id)).toEqual({ ok: false, refusal: "taken" });
});

describe("on the page", () => {
  test("Aminata sees what differs, the better value chosen, what will move; she merges, then changes her mind", async ({
    db,
  }) => {
    const { winner, loser } = await two(db);
    await hang(db, loser, winner, ["member", "meeting"]);
    const site = await openSite(db, "animatrice");
    const page = await site.visit(directory.merge(winner, loser));
    const chosen = [...page.querySelectorAll("input[type=radio][checked]")].map(
      (radio) => `${radio.getAttribute("name")}=${radio.getAttribute("value")}`,
    );
    expect(chosen).toEqual([
      "garder_name=winner",
      "garder_acronym=loser",
      "garder_website=loser",
      "garder_commune_code=winner",
      "garder_rna=loser",
    ]);
    expect(page.body.textContent).toContain("1\u00a0réunion, 1\u00a0adhésion");
    const { to } = await site.post(directory.merge(winner, loser), {
      version: "1",
      version_autre: "1",
      visibilite: "listed",
    });
    expect(to).toBe(directory.one(winner));
    const card = await site.visit(directory.one(winner));
    expect(card.body.textContent).toContain("ne sont plus qu’une fiche");
    const [done] = await db.selectFrom("directory.merges").select("id").execute();
    const told = await site.visit(directory.mergeDone(done?.id ?? 0));
    expect(told.body.textContent).toContain("W595001234");
    expect((await site.post(directory.mergeUndo(done?.id ?? 0))).to).toBe(directory.one(loser));
    await site.visit(directory.one(loser));
  });

  test("two officers merge the same pair: one wins, the other is told; a changed card is shown again", async ({
    db,
  }) => {
    const { winner, loser } = await two(db);
    const [first, second] = [await openSite(db, "animatrice"), await openSite(db, "administrateur")];
    const fields = { version: "1", version_autre: "1", visibilite: "listed" };
    await second.visit(directory.merge(winner, loser));
    expect((await first.post(directory.merge(winner, loser), fields)).status).toBe(303);
    const late = await second.post(directory.merge(winner, loser), fields);
    expect(late.status).toBe(409);
    expect((await late.page()).body.textContent).toContain("vient d’être fusionnée");
    const again = await second.request(directory.merge(winner, loser));
    expect([again.status, again.headers.get("location")]).toEqual([303, directory.one(winner)]);
  });

  test("a card that a colleague changed meanwhile is shown as it is by now", async ({ db }) => {
    const { winner, loser } = await two(db);
    const site = await openSite(db, "animatrice");
    await db
      .updateTable("directory.organisations")
      .set({ acronym: "XYZ", version: 2 })
      .where("id", "=", loser)
      .execute();
    const late = await site.post(directory.merge(winner, loser), {
      version: "1",
      version_autre: "1",
      visibilite: "listed",
    });
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.body.textContent).toContain("XYZ");
    expect(page.querySelector("[name=version_autre]")?.getAttribute("value")).toBe("2");
  });

  test("each writing route climbs the ladder", async ({ db }) => {
    const { winner, loser } = await two(db);
    const fields = { version: "1", version_autre: "1", visibilite: "listed" };
    const status = async (who: Persona | undefined, path: string, sent: Record<string, string>) =>
      (await (await openSite(db, who)).post(path, sent)).status;
    const path = directory.merge(winner, loser);
    expect(await status(undefined, path, fields)).toBe(303);
    for (const who of ["membre", "administratrice_ca"] as const)
      expect(await status(who, path, fields), who).toBe(403);
    expect(await status("animatrice", path, { ...fields, version: "" })).toBe(422);
    expect(await status("animatrice", directory.merge(winner, 999_999), fields)).toBe(404);
    expect(await status("animatrice", directory.merge(winner, winner), fields)).toBe(404);
    const id = await merge(db, winner, loser);
    expect(await status(undefined, directory.mergeUndo(id), {})).toBe(303);
    expect(await status("membre", directory.mergeUndo(id), {})).toBe(403);
    expect(await status("animatrice", directory.mergeUndo(999_999), {})).toBe(404);
    expect(await status("animatrice", directory.mergeUndo(id), {})).toBe(303);
  });
});
