import { describe, expect } from "vitest";
import { addSpeaker } from "#domains/directory/index.ts";
import { projects } from "#paths/projects.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { carriedBy, organisationNamed, projectOf, saidOfProject } from "#test/projects.ts";
import { openSite } from "#test/site.ts";
import { findProject } from "./queries.record.ts";

const words = (page: { body: { textContent: string | null } }) =>
  (page.body.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

const { notes: _, "acteur-0-nom": __, "acteur-0-role": ___, "acteur-0-pays": ____, ...said } = saidOfProject;

/** Malik, who speaks for Kabé. */
async function asMalik(db: Db) {
  const site = await openSite(db, "membre");
  const kabe = await organisationNamed(db, "Kabé");
  await addSpeaker(db, system, kabe, site.userId ?? "");
  return { site, kabe };
}

const letters = (db: Db) =>
  db.selectFrom("platform.letters").select(["recipient", "subject", "text"]).orderBy("id").execute();

/** The proposal that waits. */
const waiting = async (db: Db) =>
  (await db.selectFrom("projects.proposals").select("id").where("state", "=", "waiting").executeTakeFirst())
    ?.id ?? 0;

describe("Malik proposes a project", () => {
  test("it waits for the team, which publishes it and writes to him", async ({ db }) => {
    const { site, kabe } = await asMalik(db);
    await site.visit(projects.mine());
    await site.visit(projects.propose());
    const sent = await site.post(projects.propose(), {
      ...said,
      organisation: String(kabe),
      message: "Un projet ancien",
    });
    expect(sent.status).toBe(303);
    const id = Number(sent.to?.split("/").at(-1));
    expect(words(await site.visit(projects.mine()))).toContain("Attend l’accord du réseau");
    expect(await findProject(db, id)).toMatchObject({
      status: "proposed",
      visibility: "internal",
      participants: [{ role: "carrier", organisation_id: kabe }, { role: "partner_there" }],
    });
    expect((await (await openSite(db)).request(projects.publicCard(id, "ecoles-jumelles"))).status).toBe(404);

    const staff = await openSite(db, "animatrice");
    expect(words(await staff.visit(projects.all()))).toContain("1 proposition attend d’être lue");
    await staff.visit(projects.waiting());
    const proposal = await waiting(db);
    expect(words(await staff.visit(projects.proposal(proposal)))).toContain("Un projet ancien");
    const done = await staff.post(projects.decision(proposal), { decision: "accepter", mot: "Bienvenue !" });
    expect(done.to).toBe(projects.waiting());
    await (await openSite(db)).visit(projects.publicCard(id, "ecoles-jumelles"));
    expect(await letters(db)).toMatchObject([
      {
        recipient: "membre@exemple.fr",
        subject: "« Écoles jumelles » : c’est accepté",
        text: expect.stringContaining("Bienvenue !"),
      },
    ]);
    const again = await staff.post(projects.decision(proposal), { decision: "refuser", mot: "Non" });
    expect(again.status).toBe(409);
    expect(await letters(db)).toHaveLength(1);
  });

  test("he corrects it while nobody has read it, and the notes of the team stay", async ({ db }) => {
    const { site, kabe } = await asMalik(db);
    const { to = "" } = await site.post(projects.propose(), { ...said, organisation: String(kabe) });
    const id = Number(to.split("/").at(-1));
    await db.updateTable("projects.projects").set({ notes: "Fragile" }).where("id", "=", id).execute();
    const form = await site.visit(projects.myEdit(id));
    expect(form.body.innerHTML).not.toContain("Fragile");
    expect(form.querySelector("[name=acteur-0-nom]")?.getAttribute("value")).toBe("Kabé");
    await site.post(projects.myEdit(id), {
      ...saidOfProject,
      notes: "Faux",
      titre: "Écoles amies",
      version: "1",
    });
    expect(await findProject(db, id)).toMatchObject({
      title: "Écoles amies",
      notes: "Fragile",
      status: "proposed",
    });
  });

  test("only in the name of an organisation that he speaks for", async ({ db }) => {
    const { site } = await asMalik(db);
    const other = await organisationNamed(db, "Autre");
    const refused = await site.post(projects.propose(), { ...said, organisation: String(other) });
    expect(refused.status).toBe(422);
    expect(
      (await refused.page()).querySelector(".error-summary a[href='#champ-organisation']"),
    ).not.toBeNull();
    expect(await db.selectFrom("projects.projects").select("id").execute()).toEqual([]);
  });
});

describe("Malik updates a published project", () => {
  test("nothing changes before the team accepts, field by field", async ({ db }) => {
    const { site, kabe } = await asMalik(db);
    const id = await projectOf(db, {
      title: "Puits",
      participants: carriedBy(kabe, "Kabé"),
      notes: "Fragile",
    });
    await site.visit(projects.myEdit(id));
    const form = { "acteur-0-role": "carrier", "acteur-0-nom": "Kabé", etape: "under_way", version: "1" };
    const proposed = { ...form, titre: "Puits et jardin", resume: "De l’eau", pays: "Mali", notes: "Faux" };
    expect((await site.post(projects.myEdit(id), proposed)).status).toBe(303);
    expect(await findProject(db, id)).toMatchObject({ title: "Puits", summary: "", version: 1, waiting: 1 });
    expect(words(await site.visit(projects.myProject(id)))).toContain("attendent d’être lues");

    const staff = await openSite(db, "animatrice");
    const proposal = await waiting(db);
    const page = await staff.visit(projects.proposal(proposal));
    const boxes = [...page.querySelectorAll("[name='champs[]']")].map((box) => box.getAttribute("value"));
    expect(boxes).toEqual(["titre", "resume", "pays"]);
    await staff.post(projects.decision(proposal), {
      decision: "accepter",
      mot: "",
      "champs[]": ["resume", "pays", "notes"],
    });
    expect(await findProject(db, id)).toMatchObject({
      title: "Puits",
      summary: "De l’eau",
      notes: "Fragile",
      countries: [{ code: "ML" }],
      participants: [{ organisation_id: kabe }],
      waiting: 0,
    });
    expect(await letters(db)).toHaveLength(1);
  });

  test("a field that the team changed meanwhile is shown, and not taken unless ticked", async ({ db }) => {
    const { site, kabe } = await asMalik(db);
    const id = await projectOf(db, { title: "Puits", participants: carriedBy(kabe, "Kabé") });
    const form = { "acteur-0-role": "carrier", "acteur-0-nom": "Kabé", etape: "under_way", version: "1" };
    await site.post(projects.myEdit(id), { ...form, titre: "Puits de Gao" });
    const staff = await openSite(db, "animatrice");
    await staff.post(projects.edit(id), { ...form, titre: "Puits de Mopti" });
    const page = await staff.visit(projects.proposal(await waiting(db)));
    expect(words(page)).toContain("L’équipe a changé ce champ depuis");
    expect(page.querySelector("[name='champs[]']")?.hasAttribute("checked")).toBe(false);
  });

  test("what he says twice is one proposal, the last; a refusal needs a word, which he reads", async ({
    db,
  }) => {
    const { site, kabe } = await asMalik(db);
    const id = await projectOf(db, { title: "Puits", participants: carriedBy(kabe, "Kabé") });
    const form = { "acteur-0-role": "carrier", "acteur-0-nom": "Kabé", etape: "under_way", version: "1" };
    for (const titre of ["Puits 1", "Puits 2"]) await site.post(projects.myEdit(id), { ...form, titre });
    const proposals = await db.selectFrom("projects.proposals").select("said").execute();
    expect(proposals).toMatchObject([{ said: { titre: "Puits 2" } }]);
    const staff = await openSite(db, "animatrice");
    const proposal = await waiting(db);
    expect((await staff.post(projects.decision(proposal), { decision: "refuser", mot: " " })).status).toBe(
      422,
    );
    expect((await staff.post(projects.decision(proposal), {})).status).toBe(422);
    await staff.post(projects.decision(proposal), { decision: "refuser", mot: "Le titre reste." });
    expect(words(await site.visit(projects.mine()))).toContain("Le titre reste.");
    expect((await findProject(db, id))?.title).toBe("Puits");
  });

  test("a form opened before the team changed the card is sent back, with what was typed", async ({ db }) => {
    const { site, kabe } = await asMalik(db);
    const id = await projectOf(db, { title: "Puits", participants: carriedBy(kabe, "Kabé") });
    await db.updateTable("projects.projects").set({ version: 2 }).where("id", "=", id).execute();
    const late = await site.post(projects.myEdit(id), {
      titre: "Puits de Gao",
      etape: "under_way",
      version: "1",
    });
    expect(late.status).toBe(409);
    expect((await late.page()).querySelector("[name=titre]")?.getAttribute("value")).toBe("Puits de Gao");
  });
});

test("Malik tells news: the team publishes them, and he is told", async ({ db }) => {
  const { site, kabe } = await asMalik(db);
  const id = await projectOf(db, { title: "Puits", participants: carriedBy(kabe, "Kabé") });
  await site.visit(projects.myUpdates(id));
  expect((await site.post(projects.myUpdates(id), { date: "2021", titre: "" })).status).toBe(422);
  await site.post(projects.myUpdates(id), { date: "6/1/2021", titre: "L’eau coule", texte: "Enfin." });
  const visitor = await openSite(db);
  expect(words(await visitor.visit(projects.publicCard(id, "puits")))).not.toContain("L’eau coule");
  const staff = await openSite(db, "animatrice");
  expect(words(await staff.visit(projects.waiting()))).toContain("Nouvelle, L’eau coule");
  const update = (await findProject(db, id))?.updates[0]?.id ?? 0;
  for (const _time of [1, 2]) await staff.post(projects.updateDecision(id, update), { decision: "accepter" });
  expect(words(await visitor.visit(projects.publicCard(id, "puits")))).toContain("L’eau coule");
  expect(await letters(db)).toHaveLength(1);
});

describe("members see only theirs", () => {
  test("a project that another carries is not found, read or written", async ({ db }) => {
    const { site, kabe } = await asMalik(db);
    const other = await organisationNamed(db, "Autre");
    const theirs = await projectOf(db, { title: "Forage", participants: carriedBy(other) });
    const partner = await projectOf(db, {
      title: "École",
      participants: [
        ...carriedBy(other),
        { role: "partner_here", name: "Kabé", organisationId: kabe, countryCode: null },
      ],
    });
    expect(words(await site.visit(projects.mine()))).not.toMatch(/Forage|École/);
    for (const id of [theirs, partner, 999_999])
      for (const path of [projects.myProject(id), projects.myEdit(id), projects.myUpdates(id)]) {
        expect((await site.request(path)).status, path).toBe(404);
        if (path !== projects.myProject(id)) expect((await site.post(path, said)).status, path).toBe(404);
      }
  });

  test("who is not signed in is sent to sign in; who speaks for nobody is told how to", async ({ db }) => {
    const id = await projectOf(db, { title: "Puits" });
    const written = [projects.propose(), projects.myEdit(id), projects.myUpdates(id)];
    for (const path of written) {
      expect((await (await openSite(db)).post(path, said)).to, path).toContain("/connexion");
      expect((await (await openSite(db, "visiteuse")).post(path, said)).status, path).toBe(403);
    }
    expect(words(await (await openSite(db, "visiteuse")).visit(projects.mine()))).toContain(
      "aucune organisation",
    );
  });

  test("members do not decide of their own proposals", async ({ db }) => {
    const { site, kabe } = await asMalik(db);
    await site.post(projects.propose(), { ...said, organisation: String(kabe) });
    const proposal = await waiting(db);
    expect((await site.post(projects.decision(proposal), { decision: "accepter" })).status).toBe(403);
    expect(
      (await (await openSite(db)).post(projects.decision(proposal), { decision: "accepter" })).to,
    ).toContain("/connexion");
  });
});
