import { expect } from "vitest";
import { moveImport } from "#domains/imports/commands.ts";
import { importFile } from "#domains/imports/index.ts";
import { listRows } from "#domains/imports/queries.ts";
import { undoImport } from "#domains/imports/running/undo.ts";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { addField, termsOf } from "#test/records.ts";
import { openSite } from "#test/site.ts";
import { addContactPoint } from "./contacts/commands.ts";

function office(db: Db) {
  const { services } = importServices(db);
  const give = (name: string, text: string) =>
    importFile(services, system, { name, bytes: new TextEncoder().encode(text) });
  const undo = async (id: number) => {
    await moveImport(db, system, id, { from: ["done"], to: "undoing" });
    await undoImport(services, id);
  };
  return { give, undo };
}
const card = async (db: Db, name: string) =>
  db.selectFrom("directory.organisations").selectAll().where("name", "=", name).executeTakeFirst();
const points = async (db: Db) =>
  (await db.selectFrom("directory.contact_points").select("value").orderBy("id").execute()).map(
    (row) => row.value,
  );
const notesOf = async (db: Db, importId: number) => {
  const { rows } = await listRows(db, importId, { limit: 50, offset: 0 });
  return rows.flatMap(({ line, notes }) => notes.map(({ column, reason }) => `${line} ${column} ${reason}`));
};

const whole = `Nom;Secteurs;ODD;Pays;UAI;SIREN;Forme juridique;Année de création;Courriel;Téléphone;Bénévoles;Publics
Lycée Kabé;Urgence et aide humanitaire | Syldavisme;4, 16. Paix, justice et institutions efficaces;Mali, Cote d'Ivoire;0590001f;732 829 320;Lycée public;1998;a@kabe.fr, b@kabe.fr;03.20.00.11.22;12,5;"Écoles, Martiens"
`;

test("a spreadsheet fills in the whole record; a word that means nothing is told and the rest goes in", async ({
  db,
}) => {
  await addField(db, { libelle: "Bénévoles", genre: "number" });
  await addField(db, { libelle: "Publics", genre: "choices", reponses: "Jeunes\nÉcoles" });
  const { give, undo } = office(db);
  const { importId, counts, kind, problems } = await give("acteurs.csv", whole);
  expect(problems).toEqual([]);
  expect([kind, counts.create, counts.problem]).toEqual(["organisations", 1, 0]);
  const [sector, goal] = [await termsOf(db, "sectors"), await termsOf(db, "odd")];
  expect(await card(db, "Lycée Kabé")).toMatchObject({
    sector_ids: [sector("urgence")],
    goal_ids: [goal("4"), goal("16")],
    country_codes: ["CI", "ML"],
    uai: "0590001F",
    siren: "732829320",
    legal_form: "Lycée public",
    founded_year: 1998,
    custom: { benevoles: 12.5, publics: ["ecoles"] },
    facts: {},
  });
  expect(await points(db)).toEqual(["a@kabe.fr", "b@kabe.fr", "03 20 00 11 22"]);
  const notes = (await notesOf(db, importId)).join("\n");
  expect(notes).toMatch(/2 Secteurs d’action .*Syldavisme/);
  expect(notes).toMatch(/2 Publics .*Martiens/);
  await undo(importId);
  expect([await card(db, "Lycée Kabé"), await points(db)]).toEqual([undefined, []]);
});

test("a card is completed with the file as its source; undone, it is as it was", async ({ db }) => {
  await addField(db, { libelle: "Bénévoles", genre: "number" });
  const { give, undo } = office(db);
  await give("un.csv", "Nom;Pays;Courriel\nKabé;Mali;a@kabe.fr\n");
  const { importId, counts } = await give(
    "deux.csv",
    "Nom;Pays;Forme juridique;Téléphone;Courriel;Bénévoles\nKabé;Bénin;Association;0320001122;b@kabe.fr;3\n",
  );
  expect(counts).toMatchObject({ create: 0, change: 1 });
  const from = { source: "import", ref: String(importId), label: "deux.csv" };
  expect(await card(db, "Kabé")).toMatchObject({
    country_codes: ["BJ", "ML"],
    legal_form: "Association",
    custom: { benevoles: 3 },
    facts: { country_codes: from, legal_form: from, phone: from, "custom.benevoles": from },
  });
  expect(await points(db)).toEqual(["a@kabe.fr", "03 20 00 11 22"]);
  expect((await notesOf(db, importId)).join()).toMatch(/Courriel .*a@kabe.fr.*b@kabe.fr/);
  await undo(importId);
  expect(await card(db, "Kabé")).toMatchObject({ country_codes: ["ML"], legal_form: "", custom: {} });
  expect(await points(db)).toEqual(["a@kabe.fr"]);
});

test("a card that someone has worked on since its import is kept when the import is undone", async ({
  db,
}) => {
  const { give, undo } = office(db);
  const { importId } = await give("un.csv", "Nom;Courriel\nKabé;a@kabe.fr\nAdice;b@adice.fr\n");
  const { id = 0 } = (await card(db, "Kabé")) ?? {};
  const point = { kind: "phone" as const, label: "", value: "03 20 00 11 22", visibility: "staff" as const };
  await addContactPoint(db, system, id, point);
  await undo(importId);
  expect([(await card(db, "Kabé"))?.id, await card(db, "Adice")]).toEqual([id, undefined]);
});

test("the record says which file brought it", async ({ db }) => {
  const { give } = office(db);
  const { importId } = await give("acteurs.csv", "Nom;RNA\nKabé;W595012345\n");
  const { id = 0 } = (await card(db, "Kabé")) ?? {};
  const page = await (await openSite(db, "animatrice")).visit(directory.one(id));
  expect(page.querySelector(".fact")?.textContent).toContain("Importé de « acteurs.csv »");
  expect(page.querySelector(`.fact a[href='/gestion/imports/${importId}']`)).not.toBeNull();
});

test("wrong identifiers, courriels and numbers of the network's own fields wait, each with its reason", async ({
  db,
}) => {
  await addField(db, { libelle: "Bénévoles", genre: "number" });
  const { give } = office(db);
  const { counts, problems } = await give(
    "faux.csv",
    "Nom;UAI;Courriel;Bénévoles\nA;0590001A;;\nB;;b arobase;\nC;;;beaucoup\nD;;;7\n",
  );
  expect(counts).toMatchObject({ create: 1, problem: 3 });
  expect(problems.map(({ column }) => column)).toEqual(["Code UAI", "Courriel", "Bénévoles"]);
});
