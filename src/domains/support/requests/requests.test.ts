import { describe, expect } from "vitest";
import { support } from "#paths/support.ts";
import { addDays, dayInParis } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anOrganisation } from "#test/people.ts";
import { openSite } from "#test/site.ts";
import { lettersTo, theCourse } from "#test/support.ts";
import { formatDay } from "#ui/format.ts";

const asked = {
  organisation: "Kabé Bénin",
  votre_nom: "Fatou Diop",
  votre_courriel: "Fatou@kabe.fr",
  votre_telephone: "06 12 34 56 78",
  sujet: "Électrification d’une école",
  message: "Nous cherchons des fonds.",
  pays: "Bénin",
};
const onlyCourse = async (db: Db) =>
  theCourse(db, (await db.selectFrom("support.courses").select("id").executeTakeFirstOrThrow()).id);

async function themeNamed(db: Db, code: string) {
  const term = await db
    .selectFrom("vocabularies.terms")
    .select("id")
    .where("list_id", "=", "support_themes")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return term.id;
}

/** Sends the request: the site of who asks, and their personal link. */
async function ask(db: Db, more: Record<string, string | string[]> = {}) {
  const site = await openSite(db);
  const answer = await site.post(support.ask(), { ...asked, ...more });
  return { site, answer, link: answer.to ?? "" };
}

test("who asks is told at once who answers and by when, and so is who answers", async ({ db }) => {
  const kabe = await anOrganisation(db, "Kabé Bénin");
  const office = await openSite(db, "administrateur");
  const theme = await themeNamed(db, "financement");
  const rule = { "themes[]": [String(theme)], referent_de: office.userId ?? "" };
  expect((await office.post(support.rules(), rule)).status).toBe(303);
  const { site, answer, link } = await ask(db, { "themes[]": [String(theme)] });
  expect(answer.status).toBe(303);
  const course = await onlyCourse(db);
  expect(course).toMatchObject({
    stage: "request",
    opened_on: null,
    referent_id: office.userId,
    country_codes: ["BJ"],
  });
  expect(course.organisations[0]?.organisation_id).toBe(kabe);
  const by = formatDay(addDays(dayInParis(new Date()), 10));
  const [letter] = await lettersTo(db, "fatou@kabe.fr");
  expect(letter?.text).toContain("Djamel Directeur");
  expect(letter?.text).toContain(by);
  expect(letter?.text).toContain(link);
  expect((await lettersTo(db, "administrateur@exemple.fr"))[0]?.text).toContain("Électrification");
  const page = await site.visit(link);
  expect(page.body.textContent).toContain("Djamel Directeur");
  expect(page.body.textContent).toContain(by);
});

test("without a rule that fits, the person of the settings answers", async ({ db }) => {
  const office = await openSite(db, "administrateur");
  const settings = { version: "1", delai: "5", notes: "24", silence: "6", referent: office.userId ?? "" };
  expect((await office.post(support.settings(), settings)).status).toBe(303);
  expect((await office.post(support.settings(), settings)).status).toBe(409);
  await ask(db);
  expect((await onlyCourse(db)).referent_id).toBe(office.userId);
});

test("who asked adds a word and a document, reads the answer, and withdraws", async ({ db }) => {
  const { site, link } = await ask(db);
  expect((await site.post(`${link}/mot`, { mot: "" })).status).toBe(422);
  await site.post(`${link}/mot`, { mot: "J’oubliais le devis." });
  const file = new File(["%PDF-1.7"], "devis.pdf", { type: "application/pdf" });
  expect((await site.post(`${link}/document`, {})).status).toBe(422);
  await site.post(`${link}/document`, { document: file });
  const course = await onlyCourse(db);
  expect(course.documents).toMatchObject([{ title: "devis.pdf", from_requester: true }]);
  const officer = await openSite(db, "animatrice");
  await officer.post(support.words(course.id), { mot: "Voyons-nous jeudi." });
  const letters = await lettersTo(db, "fatou@kabe.fr");
  expect(letters.at(-1)?.text).toContain("Voyons-nous jeudi.");
  expect((await site.visit(link)).body.textContent).toContain("Voyons-nous jeudi.");
  await site.post(`${link}/retrait`);
  await site.post(`${link}/retrait`);
  expect(await onlyCourse(db)).toMatchObject({ stage: "closed", outcome: "withdrawn" });
  expect((await site.visit(link)).body.textContent).toContain("Vous l’avez retirée");
  expect((await site.post(`${link}/mot`, { mot: "Encore" })).status).toBe(404);
});

test("the confidential notes are never on the page of who asked", async ({ db }) => {
  const { site, link } = await ask(db);
  const { id } = await onlyCourse(db);
  await db.insertInto("support.notes").values({ course_id: id, body: "Trésorerie fragile" }).execute();
  expect((await site.visit(link)).body.textContent).not.toContain("Trésorerie");
});

test("the same request made twice is told, and its link comes again by letter only", async ({ db }) => {
  const { link } = await ask(db);
  const { site, answer } = await ask(db, { organisation: "KABE BENIN" });
  expect(answer.status).toBe(422);
  expect((await answer.page()).body.textContent).toContain("déjà chez nous");
  const again = await site.post(support.ask(), { ...asked, double: "lien" });
  expect(again.to).toBe(support.home());
  expect((await lettersTo(db, "fatou@kabe.fr")).at(-1)?.text).toContain(link);
  expect(await db.selectFrom("support.requests").select("id").execute()).toHaveLength(1);
  expect((await site.post(support.ask(), { ...asked, double: "autre" })).status).toBe(303);
  expect(await db.selectFrom("support.requests").select("id").execute()).toHaveLength(2);
});

describe("a request that cannot be understood", () => {
  test.for([
    [{ votre_courriel: "fatou" }, "n’est pas complète"],
    [{ message: "" }, "ce qui vous amène"],
    [{ pays: "Zubrowka" }, "n’est aucun pays connu"],
    [{ votre_telephone: "demain" }, "n’est pas un téléphone"],
  ] as const)("%j is asked again", async ([wrong, message], { db }) => {
    const { answer } = await ask(db, wrong);
    expect(answer.status).toBe(422);
    expect((await answer.page()).querySelector("#erreurs")?.textContent).toContain(message);
    expect(await db.selectFrom("support.courses").select("id").execute()).toEqual([]);
  });
});

test("an unknown link opens nothing", async ({ db }) => {
  const site = await openSite(db);
  await site.visit(support.follow("inconnu"), { status: 404 });
  expect((await site.post(support.withdrawal("inconnu"))).status).toBe(404);
});

test("the network's own questions come right after the request, at the same link", async ({ db }) => {
  const office = await openSite(db, "administrateur");
  expect((await office.post(support.questionnaireCreation())).to).toBe(support.questionnaire());
  await office.visit(support.questionnaire());
  const settings = { version: "1", delai: "5", notes: "24", silence: "6", questions: "oui" };
  await office.post(support.settings(), settings);
  const { site, link } = await ask(db);
  expect(link).toMatch(/^\/accompagnement\/questions\//);
  await site.visit(link);
  const follow = await site.visit(link.replace("questions", "suivi"));
  expect(follow.body.textContent).toContain("Répondre aux questions du réseau");
  const course = await onlyCourse(db);
  expect((await office.visit(support.one(course.id))).body.textContent).toContain("Lire les réponses");
});

test("the public page says what is offered, on what, and who answers", async ({ db }) => {
  const office = await openSite(db, "administrateur");
  const theme = await themeNamed(db, "mobilite");
  await office.post(support.rules(), { "themes[]": [String(theme)], referent_de: office.userId ?? "" });
  await office.post(support.rules(), { "departements[]": ["80"], referent_de: office.userId ?? "" });
  expect((await office.post(support.rules(), { referent_de: office.userId ?? "" })).status).toBe(422);
  const rules = await db.selectFrom("support.routing_rules").select("id").orderBy("position").execute();
  await office.post(support.ruleMove(rules[1]?.id ?? 0));
  const after = await db.selectFrom("support.routing_rules").select("id").orderBy("position").execute();
  expect(after.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).reverse());
  const page = await (await openSite(db)).visit(support.home());
  expect(page.body.textContent).toContain("Djamel Directeur : mobilité et volontariat");
  await office.post(support.ruleRemoval(rules[0]?.id ?? 0));
  expect((await (await openSite(db, "animatrice")).post(support.settings(), {})).status).toBe(403);
});
