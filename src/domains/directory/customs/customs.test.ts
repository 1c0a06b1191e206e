import fc from "fast-check";
import { describe, expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { addField } from "#test/records.ts";
import { openSite } from "#test/site.ts";
import { listFields } from "../fields/queries.ts";
import { addOrganisations } from "../matching/commands.ts";
import { codeFor, editedChoices } from "./rules.ts";

const labels = async (db: Db) =>
  (await listFields(db)).filter(({ key }) => key.startsWith("custom.")).map(({ label }) => label);

describe("codes and answers", () => {
  test("any label gives a code that the table takes, and another when it is taken", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120 }), (label) => {
        const code = codeFor(label, []);
        expect(code).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
        expect(codeFor(label, [code])).not.toBe(code);
      }),
    );
  });

  test("answers keep their code under another name; the same word twice is one answer", () => {
    const before = [
      { code: "jeunes", label: "Jeunes" },
      { code: "ecoles", label: "Écoles" },
    ];
    expect(editedChoices(before, { jeunes: "Jeunesse", ecoles: "" }, "Écoles\nFemmes\nfemmes\n\n")).toEqual([
      { code: "jeunes", label: "Jeunesse" },
      { code: "ecoles_2", label: "Écoles" },
      { code: "femmes", label: "Femmes" },
    ]);
  });
});

test("Djamel adds a field in the settings, and it is everywhere at once", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  await site.visit(directory.customFields());
  const typed = { libelle: "Publics visés", genre: "choices", reponses: "Jeunes\nÉcoles", vue: "public" };
  expect((await site.post(directory.customFields(), typed)).to).toBe(directory.customFields());
  const [id = 0] = await addOrganisations(db, system, [
    { name: "Kabé", visibility: "listed", custom: { publics_vises: ["ecoles"] } },
  ]);
  expect((await site.visit(directory.one(id))).body.textContent).toContain("Publics visés");
  expect((await (await openSite(db)).visit(directory.publicCard(id, "kabe"))).body.textContent).toContain(
    "Écoles",
  );
  const api = await (await openSite(db)).request(`/api/v1/organisations/${id}`);
  expect(await api.json()).toMatchObject({ custom: { publics_vises: ["ecoles"] } });
  const answers = await site.visit(directory.customFieldAnswers());
  expect(answers.querySelector("table")?.textContent).toMatch(/Écoles\s*1\s*100/);
});

test("what is wrong in a field is told beside it, and nothing typed is lost", async ({ db }) => {
  const site = await openSite(db, "administrateur");
  await addField(db, { libelle: "Bénévoles", genre: "number" });
  const twice = await site.post(directory.customFields(), { libelle: "bénévoles", genre: "text" });
  expect([twice.status, (await twice.page()).querySelector("#erreur-libelle")?.textContent]).toEqual([
    422,
    "Un autre champ porte déjà ce nom : donnez-lui-en un autre.",
  ]);
  const empty = await site.post(directory.customFields(), { libelle: "Publics", genre: "choice" });
  expect((await empty.page()).querySelector("#erreur-reponses")).not.toBeNull();
  expect((await site.post(directory.customFields(), { libelle: "", genre: "autre" })).status).toBe(422);
});

test("an answer that cards give can be renamed, not taken away; a kind that is answered stays", async ({
  db,
}) => {
  const id = await addField(db, { libelle: "Publics", genre: "choices", reponses: "Jeunes\nÉcoles" });
  await addOrganisations(db, system, [{ name: "Kabé", custom: { publics: ["jeunes"] } }]);
  const site = await openSite(db, "administrateur");
  const typed = { libelle: "Publics", genre: "choices", version: "1" };
  const gone = await site.post(directory.customField(id), { ...typed, reponse_jeunes: "" });
  expect((await gone.page()).querySelector("#erreur-reponses")?.textContent).toContain("« Jeunes »");
  const other = await site.post(directory.customField(id), { ...typed, genre: "text" });
  expect((await other.page()).querySelector("#erreur-genre")).not.toBeNull();
  const renamed = { ...typed, reponse_jeunes: "Jeunesse", reponse_ecoles: "", reponses: "Femmes" };
  expect((await site.post(directory.customField(id), renamed)).status).toBe(303);
  const [field] = (await listFields(db)).filter(({ key }) => key === "custom.publics");
  expect(field?.choices).toEqual([
    { code: "jeunes", label: "Jeunesse" },
    { code: "femmes", label: "Femmes" },
  ]);
  expect((await site.post(directory.customField(id), renamed)).status, "a colleague was first").toBe(409);
});

test("fields are put in order; a retired one leaves the form, its answers stay, and it comes back", async ({
  db,
}) => {
  const first = await addField(db, { libelle: "Bénévoles", genre: "number" });
  const second = await addField(db, { libelle: "Agrément", genre: "yes_no" });
  const site = await openSite(db, "administrateur");
  await site.post(directory.customFieldMove(second), { sens: "haut" });
  expect(await labels(db)).toEqual(["Agrément", "Bénévoles"]);
  await site.post(directory.customFieldRetirement(first));
  expect(await labels(db)).toEqual(["Agrément"]);
  const undo = (await site.visit(directory.customFields())).querySelector(".notice form");
  await site.post(undo?.getAttribute("action") ?? "");
  expect(await labels(db)).toEqual(["Agrément", "Bénévoles"]);
});

test("only an administrator changes the fields", async ({ db }) => {
  const id = await addField(db, { libelle: "Bénévoles", genre: "number" });
  const one = { libelle: "Volontaires", genre: "number", version: "1" };
  for (const [path, typed] of [
    [directory.customFields(), { libelle: "Autre", genre: "text" }],
    [directory.customField(id), one],
    [directory.customFieldMove(id), { sens: "haut" }],
    [directory.customFieldRetirement(id), {}],
    [directory.customFieldReturn(id), {}],
  ] as const) {
    expect((await (await openSite(db)).post(path, typed)).to).toMatch(/^\/connexion/);
    expect((await (await openSite(db, "animatrice")).post(path, typed)).status).toBe(403);
    expect((await (await openSite(db, "administrateur")).post(path, typed)).status).toBe(303);
  }
});
