import { describe, expect } from "vitest";
import { projects } from "#paths/projects.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { carriedBy, organisationNamed, projectOf, saidOfProject } from "#test/projects.ts";
import { openSite } from "#test/site.ts";
import { findProject } from "./queries.record.ts";

const said = saidOfProject;
const words = (page: { body: { textContent: string | null } }) =>
  (page.body.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

describe("writing a project down", () => {
  test("Aminata types it as she tells it, and everything is understood", async ({ db }) => {
    const kabe = await organisationNamed(db, "Kabé");
    const site = await openSite(db, "animatrice");
    await site.visit(projects.add());
    const sent = await site.post(projects.add(), said);
    expect(sent.status).toBe(303);
    const page = await site.visit(sent.to ?? "");
    for (const word of ["de mars 2021 à 2023", "Ouidah, Bénin", "12 000,50 €", "Interne", "Fragile"])
      expect(words(page)).toContain(word);
    const project = await findProject(db, Number(sent.to?.split("/").at(-1)));
    expect(project?.participants).toMatchObject([
      { role: "carrier", organisation_id: kabe },
      { role: "partner_there", organisation_id: null, name: "École de Gao", country_code: "ML" },
    ]);
    expect(project?.places).toMatchObject([
      { side: "here", commune_code: "59350", label: "Lille" },
      { side: "there", country_code: "BJ", label: "Ouidah", latitude: 6.36 },
    ]);
    expect(project?.countries.map(({ code }) => code)).toEqual(["BJ", "ML"]);
    expect(project?.budget).toMatchObject([{ planned_cents: 12_000_50, received_cents: 5_000_00 }]);
  });

  test("asking for more lines writes nothing and keeps what was typed", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const asked = await site.post(projects.add(), { ...said, titre: "", ajouter: "acteur" });
    expect(asked.status).toBe(422);
    const page = await asked.page();
    expect(page.querySelector(".error-summary")).toBeNull();
    expect(page.querySelectorAll("[name^=acteur][name$=nom]")).toHaveLength(4);
    expect(page.querySelector("[name=acteur-1-nom]")?.getAttribute("value")).toBe("École de Gao");
    expect(await db.selectFrom("projects.projects").select("id").execute()).toEqual([]);
  });

  test("the first button of the form saves, so that Enter does", async ({ db }) => {
    const page = await (await openSite(db, "animatrice")).visit(projects.add());
    expect(page.querySelector("main form.form button")?.textContent).toBe("Enregistrer");
  });

  test.for([
    [{ titre: " " }, "titre"],
    [{ debut: "bientôt" }, "debut"],
    [{ debut: "2024", fin: "2021" }, "fin"],
    [{ "la-0-pays": "Atlantide" }, "la-0-pays"],
    [{ "la-0-position": "nord" }, "la-0-position"],
    [{ "budget-0-prevu": "douze" }, "budget-0-prevu"],
    [{ "acteur-1-nom": "" }, "acteur-1-nom"],
    [{ pays: "Mali, Narnia" }, "pays"],
    [{ site: "pas un site" }, "site"],
    [{ "ici-0-lieu": "Boulogne" }, "lieu-boulogne"],
  ] as const)("what is wrong is said beside its field: %j", async ([wrong, field], { db }) => {
    const refused = await (await openSite(db, "animatrice")).post(projects.add(), { ...said, ...wrong });
    expect(refused.status).toBe(422);
    const page = await refused.page();
    expect(page.querySelector(`.error-summary a[href='#champ-${field}']`)).not.toBeNull();
    expect(page.querySelector("[name=resume]")?.textContent).toBe(said.resume);
  });

  test("two officers on one project: the second is told, and loses nothing", async ({ db }) => {
    await organisationNamed(db, "Kabé");
    const site = await openSite(db, "animatrice");
    const { to = "" } = await site.post(projects.add(), said);
    const id = Number(to.split("/").at(-1));
    await site.visit(projects.edit(id));
    await site.post(projects.edit(id), { ...said, titre: "Écoles amies", version: "1" });
    const late = await site.post(projects.edit(id), { ...said, resume: "Un jardin", version: "1" });
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.querySelector(".callout")?.textContent).toContain("Écoles amies");
    expect(page.querySelector("[name=resume]")?.textContent).toBe("Un jardin");
    expect(page.querySelector("[name=version]")?.getAttribute("value")).toBe("2");
    expect((await findProject(db, id))?.title).toBe("Écoles amies");
  });

  test("an edit that changes nothing keeps every fact, twins of a name included", async ({ db }) => {
    const [first] = [await organisationNamed(db, "Amitié"), await organisationNamed(db, "Amitié")];
    const id = await projectOf(db, { title: "Puits", participants: carriedBy(first, "Amitié") });
    const site = await openSite(db, "animatrice");
    const form = await site.visit(projects.edit(id));
    const fields: Record<string, string> = {};
    for (const field of form.querySelectorAll("main [name]")) {
      const chosen = field.querySelector("[selected]")?.getAttribute("value");
      fields[field.getAttribute("name") ?? ""] =
        chosen ?? field.getAttribute("value") ?? field.textContent ?? "";
    }
    delete fields["ajouter"];
    const sent = await site.post(
      projects.edit(id),
      Object.fromEntries(Object.entries(fields).filter(([name]) => !name.endsWith("[]"))),
    );
    expect(sent.status).toBe(303);
    expect((await findProject(db, id))?.participants).toMatchObject([{ organisation_id: first }]);
  });
});

describe("publishing", () => {
  test("it is an act with its author and its day, taken back by another", async ({ db }) => {
    const id = await projectOf(db, { title: "Puits", visibility: "internal" });
    const site = await openSite(db, "animatrice");
    await site.post(projects.publication(id));
    await site.post(projects.publication(id));
    let page = await site.visit(projects.one(id));
    expect(words(page)).toMatch(/Publié le .* par Aminata Animatrice/);
    expect((await findProject(db, id))?.publications).toHaveLength(1);
    await site.post(projects.withdrawal(id));
    page = await site.visit(projects.one(id));
    expect(words(page)).toContain("Dépublié le");
    expect((await findProject(db, id))?.visibility).toBe("internal");
  });

  test("an archived project leaves the list, and comes back as it was", async ({ db }) => {
    const id = await projectOf(db, { title: "Puits" });
    const site = await openSite(db, "animatrice");
    await site.post(projects.archive(id));
    const list = await site.visit(projects.all());
    expect(list.querySelector(".notice form")?.getAttribute("action")).toBe(projects.restoration(id));
    expect(list.querySelector(`a[href='${projects.one(id)}']`)).toBeNull();
    await site.post(projects.restoration(id));
    expect(await findProject(db, id)).toMatchObject({ status: "published", visibility: "listed" });
  });
});

describe("markers, pictures, news", () => {
  test("three questions give the score; by hand it says why", async ({ db }) => {
    const id = await projectOf(db, { title: "Puits" });
    const site = await openSite(db, "animatrice");
    const form = await site.visit(projects.markers(id));
    const names = [...form.querySelectorAll("select")].map((field) =>
      field.getAttribute("name")?.slice(1, -5),
    );
    const [climate, life] = names;
    const version = form.querySelector("[name=version]")?.getAttribute("value") ?? "";
    await site.post(projects.markers(id), {
      version,
      [`m${climate}-aim`]: "oui",
      [`m${climate}-proof`]: "oui",
      [`m${climate}-reason`]: "oui",
      [`m${life}-aim`]: "non",
      [`m${life}-note`]: "1",
      [`m${life}-raison`]: "Une haie est plantée",
    });
    expect((await findProject(db, id))?.markers).toMatchObject([
      { id: Number(climate), score: 2, by_hand: false },
      { id: Number(life), score: 1, by_hand: true, reason: "Une haie est plantée" },
    ]);
    expect(words(await site.visit(projects.one(id)))).toContain(
      "1 sur 2, notée à la main, Une haie est plantée",
    );
    const late = await site.post(projects.markers(id), { version, [`m${climate}-note`]: "0" });
    expect(late.status, "a colleague scored them meanwhile").toBe(409);
    const page = await late.page();
    expect(page.querySelector(".callout")?.textContent).toContain("Une haie est plantée");
    expect(page.querySelector(`[name=m${climate}-note] [selected]`)?.getAttribute("value")).toBe("0");
    expect((await findProject(db, id))?.markers).toMatchObject([{ score: 2 }, { score: 1 }]);
  });

  test("a picture without words for those who do not see it is refused; with them it can be taken off and put back", async ({
    db,
  }) => {
    const id = await projectOf(db, { title: "Puits" });
    const site = await openSite(db, "animatrice");
    const { default: sharp } = await import("sharp");
    const made = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#1d5a3f" } })
      .png()
      .toBuffer();
    const image = new File([new Uint8Array(made)], "puits.png", { type: "image/png" });
    expect((await site.post(projects.pictures(id), { image, texte: "", credit: "Kabé" })).status).toBe(422);
    const notOne = new File(["bonjour"], "puits.png", { type: "image/png" });
    const facts = { texte: "Des femmes au puits", credit: "Kabé" };
    expect((await site.post(projects.pictures(id), { image: notOne, ...facts })).status).toBe(422);
    expect((await site.post(projects.pictures(id), { image, ...facts })).status).toBe(303);
    const page = await site.visit(projects.one(id));
    expect(page.querySelector("figure img")?.getAttribute("alt")).toBe("Des femmes au puits");
    const picture = (await findProject(db, id))?.pictures[0]?.id ?? 0;
    await site.post(projects.pictureRemoval(id, picture));
    expect((await findProject(db, id))?.pictures).toEqual([]);
    await site.post(projects.pictureRestoration(id, picture));
    expect((await findProject(db, id))?.pictures).toHaveLength(1);
  });

  test("news told by the team is on the card at once", async ({ db }) => {
    const id = await projectOf(db, { title: "Puits" });
    const site = await openSite(db, "animatrice");
    await site.visit(projects.updates(id));
    expect((await site.post(projects.updates(id), { date: "2021", titre: "", texte: "" })).status).toBe(422);
    await site.post(projects.updates(id), { date: "6/1/2021", titre: "L’eau coule", texte: "Enfin." });
    expect(words(await (await openSite(db)).visit(projects.publicCard(id, "puits")))).toContain(
      "L’eau coule",
    );
  });
});

describe("what the list shows", () => {
  test("filters, sorts, words and exports agree", async ({ db }) => {
    const kabe = await organisationNamed(db, "Kabé");
    await projectOf(db, { title: "Puits", countryCodes: ["ML"], participants: carriedBy(kabe, "Kabé") });
    await projectOf(db, { title: "Forage", countryCodes: ["BJ"], visibility: "internal" });
    const site = await openSite(db, "animatrice");
    const titles = async (query: string) =>
      [
        ...(await site.visit(`${projects.all()}?${query}`)).querySelectorAll(
          "main tbody a[href*='/panorama/']",
        ),
      ].map((link) => link.textContent);
    expect(await titles("")).toEqual(["Forage", "Puits"]);
    expect(await titles("tri=-titre")).toEqual(["Puits", "Forage"]);
    expect(await titles("pays=ML")).toEqual(["Puits"]);
    expect(await titles("q=kab")).toEqual(["Puits"]);
    expect(await titles("q=benin")).toEqual(["Forage"]);
    expect(await titles("etat=interne")).toEqual(["Forage"]);
    expect(await titles("etat=inconnu&pays=ML")).toEqual(["Puits"]);
    const csv = await (await site.request(`${projects.all()}.csv?pays=ML`)).text();
    expect(csv).toContain("Puits");
    expect(csv).not.toContain("Forage");
    expect(words(await site.visit(`${projects.all()}?pays=FR`))).toContain("Aucun projet ne répond");
  });

  test("the board reads the panorama by ranges, staff by amounts", async ({ db }) => {
    const budget = [{ funder: "AFD", organisationId: null, plannedCents: 7_777_00, receivedCents: null }];
    const id = await projectOf(db, { title: "Puits", budget });
    const board = await openSite(db, "administratrice_ca");
    for (const path of [projects.one(id), `${projects.all()}?tri=-montant`])
      expect(words(await board.visit(path)), path).not.toContain("7 777");
    expect(words(await board.visit(projects.one(id)))).toContain("De 5 000 à 20 000 €");
    expect(await (await board.request(`${projects.all()}.json`)).text()).not.toContain("7777");
    const staff = await openSite(db, "animatrice");
    expect(words(await staff.visit(projects.all()))).toContain("7 777");
    expect(await (await staff.request(`${projects.all()}.json`)).text()).toContain("7777");
  });

  test("the record of an organisation shows its projects", async ({ db }) => {
    const kabe = await organisationNamed(db, "Kabé");
    await projectOf(db, { title: "Puits", participants: carriedBy(kabe), visibility: "internal" });
    const site = await openSite(db, "animatrice");
    expect(words(await site.visit(projects.ofOrganisation(kabe)))).toContain("Puits");
    const timeline = await site.visit(`/gestion/annuaire/${kabe}/chronologie`);
    expect(words(timeline)).toContain("Puits");
  });
});

test("what another room shows as a project is shown once, and left to the team", async ({ db }) => {
  const { showAsProject } = await import("./commands.show.ts");
  const first = await showAsProject(db, system, { origin: "tandem", ref: "7", title: "Tandem" });
  await (await openSite(db, "animatrice")).post(projects.edit(first), {
    ...saidOfProject,
    "ici-0-lieu": "",
    version: "1",
  });
  const again = await showAsProject(db, system, { origin: "tandem", ref: "7", title: "Tandem, encore" });
  expect(again).toBe(first);
  expect((await findProject(db, first))?.title).toBe("Écoles jumelles");
});

describe("who may write the panorama", () => {
  const written = (id: number) => [
    projects.add(),
    projects.edit(id),
    projects.publication(id),
    projects.withdrawal(id),
    projects.archive(id),
    projects.restoration(id),
    projects.markers(id),
    projects.pictures(id),
    projects.updates(id),
  ];
  test("who is not signed in is sent to sign in; a member and the board are refused", async ({ db }) => {
    const id = await projectOf(db, { title: "Puits" });
    for (const path of written(id)) {
      expect((await (await openSite(db)).post(path, said)).to, path).toContain("/connexion");
      for (const persona of ["membre", "administratrice_ca"] as const)
        expect((await (await openSite(db, persona)).post(path, said)).status, path).toBe(403);
    }
    expect((await findProject(db, id))?.version).toBe(1);
  });

  test("a project that does not exist is not found", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    for (const path of written(999_999).slice(1))
      expect((await site.post(path, said)).status, path).toBe(404);
  });
});
