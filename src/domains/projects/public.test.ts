import { describe, expect } from "vitest";
import { projects } from "#paths/projects.ts";
import { site as sitePaths } from "#paths/site.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { carriedBy, organisationNamed, projectOf } from "#test/projects.ts";
import { openSite } from "#test/site.ts";
import { tellNews } from "./commands.news.ts";
import { withdrawProject } from "./commands.ts";

const words = (page: { body: { textContent: string | null } }) =>
  (page.body.textContent ?? "").replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ");
const list = projects.publicList();

describe("nothing that is not published reaches anyone", () => {
  const canary = "Zibeline";
  const addresses = [
    list,
    `${list}?vue=carte`,
    `${list}?vue=graphiques`,
    `${list}?q=zibeline`,
    `${list}.csv`,
    `${list}.xlsx`,
    `${list}.json`,
    projects.publicPlaces(),
    projects.publicFeed(),
    sitePaths.sitemap(),
  ];

  test("neither a project that is internal, proposed or archived", async ({ db }) => {
    const hidden = await projectOf(db, { title: canary, visibility: "internal", countryCodes: ["ML"] });
    const back = await projectOf(db, { title: `${canary} reprise`, countryCodes: ["ML"] });
    await withdrawProject(db, system, back);
    const archived = await projectOf(db, { title: `${canary} archivée` });
    await db
      .updateTable("projects.projects")
      .set({ status: "archived" })
      .where("id", "=", archived)
      .execute();
    const proposed = await projectOf(db, { title: `${canary} proposée` });
    await db
      .updateTable("projects.projects")
      .set({ status: "proposed" })
      .where("id", "=", proposed)
      .execute();
    const visitor = await openSite(db);
    for (const address of addresses) {
      const text = await (await visitor.request(address)).text();
      expect(text.replaceAll("« Zibeline »", "").replaceAll("zibeline", ""), address).not.toContain(canary);
    }
    for (const id of [hidden, back, archived, proposed])
      expect((await visitor.request(projects.publicCard(id, "zibeline"))).status).toBe(404);
  });

  test("nor, of a public one, notes, amounts, news that wait, and organisations that the directory keeps", async ({
    db,
  }) => {
    const secret = await organisationNamed(db, `${canary} secours`, "internal");
    const id = await projectOf(db, {
      title: "Puits",
      notes: `${canary} fragile`,
      countryCodes: ["ML"],
      participants: carriedBy(secret, `${canary} secours`),
      budget: [
        { funder: `${canary} banque`, organisationId: secret, plannedCents: 7_777_00, receivedCents: null },
        { funder: "AFD", organisationId: null, plannedCents: null, receivedCents: 1_111_00 },
      ],
    });
    await tellNews(
      db,
      system,
      id,
      { toldOn: "2021-01-06", title: canary, body: canary },
      { publish: false, now: new Date() },
    );
    const visitor = await openSite(db);
    for (const address of [...addresses, projects.publicCard(id, "puits"), `${list}?acteur=${secret}`]) {
      const text = await (await visitor.request(address)).text();
      for (const word of [canary, "7777", "7\u202f777", "1111", "1\u202f111"])
        expect(text.replaceAll("« Zibeline »", ""), `${address}: ${word}`).not.toContain(word);
    }
    const card = words(await visitor.visit(projects.publicCard(id, "puits")));
    expect(card).toContain("De 5 000 à 20 000 €");
    expect(card).toContain("AFD");
    expect(card).toContain("1 organisation qui n’est pas dans l’annuaire public");
    expect(words(await visitor.visit(`${list}?acteur=${secret}`))).toContain("Aucun projet");
    expect(words(await visitor.visit(`${list}?q=zibeline`)), "nor by the words of a hidden name").toContain(
      "Aucun projet",
    );
  });
});

describe("the same filters drive the list, the map, the charts and what is taken away", () => {
  test("a country narrows them all", async ({ db }) => {
    await projectOf(db, { title: "Puits", countryCodes: ["ML"] });
    await projectOf(db, { title: "Forage", countryCodes: ["BJ"] });
    const visitor = await openSite(db);
    const page = await visitor.visit(`${list}?pays=ML`);
    expect(words(page)).toContain("1 projet au Mali");
    for (const address of [`${list}?pays=ML`, `${list}.csv?pays=ML`, `${list}.json?pays=ML`]) {
      const text = await (await visitor.request(address)).text();
      expect([text.includes("Puits"), text.includes("Forage")], address).toEqual([true, false]);
    }
    const map = await visitor.visit(`${list}?pays=ML&vue=carte`);
    expect(
      [...map.querySelectorAll(".map-list th[scope=row]")].map((line) => line.textContent?.trim()),
    ).toEqual(["Mali"]);
    const charts = await visitor.visit(`${list}?pays=ML&vue=graphiques`);
    expect(charts.querySelector(".listing-rows")?.textContent).not.toContain("Bénin");
    expect(page.querySelector(".looks a[href*='vue=carte']")?.getAttribute("href")).toContain("pays=ML");
  });

  test("a place known by its country alone is in its middle, and says so", async ({ db }) => {
    await projectOf(db, {
      title: "Puits",
      countryCodes: ["ML"],
      places: [
        {
          side: "here",
          name: "Lille",
          communeCode: "59350",
          countryCode: null,
          longitude: null,
          latitude: null,
        },
        {
          side: "there",
          name: "Ouidah",
          communeCode: null,
          countryCode: "BJ",
          longitude: 2.09,
          latitude: 6.36,
        },
      ],
    });
    const answer = await (await openSite(db)).request(projects.publicPlaces());
    expect(answer.headers.get("content-type")).toContain("application/geo+json");
    const { features } = (await answer.json()) as {
      features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[];
    };
    expect(
      features.map(({ properties: { place, precision, side } }) => [place, precision, side]).sort(),
    ).toEqual([
      ["Lille", "place", "here"],
      ["Mali", "country", "there"],
      ["Ouidah", "place", "there"],
    ]);
    const empty = await (await openSite(db)).request(`${projects.publicPlaces()}?pays=FR`);
    expect(await empty.json()).toEqual({ type: "FeatureCollection", features: [] });
  });

  test("a year holds what was under way in it", async ({ db }) => {
    const year = (on: string) => ({ on: `${on}-01-01`, precision: "year" as const });
    const end = (on: string) => ({ on: `${on}-12-31`, precision: "year" as const });
    await projectOf(db, { title: "Court", starts: year("2019"), ends: end("2020"), stage: "finished" });
    await projectOf(db, { title: "Long", starts: year("2019"), stage: "under_way" });
    await projectOf(db, { title: "Idée", starts: year("2019"), stage: "idea" });
    await projectOf(db, { title: "Sans date" });
    const visitor = await openSite(db);
    const titles = async (when: number) =>
      [...(await visitor.visit(`${list}?annee=${when}`)).querySelectorAll(".project-lines .line-title")].map(
        (link) => link.textContent,
      );
    expect(await titles(2018)).toEqual([]);
    expect(await titles(2019)).toEqual(["Court", "Idée", "Long"]);
    expect(await titles(2020)).toEqual(["Court", "Long"]);
    expect(await titles(2021)).toEqual(["Long"]);
  });
});

describe("honest figures", () => {
  test("goals are counted once as the main one, and in each that is cited; what is not said is counted too", async ({
    db,
  }) => {
    const goals = await db
      .selectFrom("vocabularies.terms")
      .select(["id", "code"])
      .where("list_id", "=", "odd")
      .where("code", "in", ["4", "13"])
      .orderBy("position")
      .execute();
    const [school = 0, climate = 0] = goals.map(({ id }) => id);
    await projectOf(db, { title: "A", mainGoalId: school, goalIds: [climate] });
    await projectOf(db, { title: "B", mainGoalId: school });
    await projectOf(db, { title: "C", goalIds: [climate] });
    await projectOf(db, { title: "D" });
    const page = await (await openSite(db)).visit(`${list}?vue=graphiques`);
    const rows = [...page.querySelectorAll(".lines-table tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(rows.find(([label]) => label?.startsWith("4."))).toEqual(["4. Éducation de qualité", "2", "2"]);
    expect(rows.find(([label]) => label?.startsWith("13."))?.slice(1)).toEqual(["0", "2"]);
    expect(rows.filter(([label]) => /^\d+\. /.test(label ?? ""))).toHaveLength(17);
    const text = words(page);
    expect(text).toContain(
      "Un projet compte dans chacun de ses ODD : la somme dépasse le nombre de projets (4 mentions pour 3 projets)",
    );
    expect(text).toContain("1 projet sur 4 n’en dit aucun");
    expect(text).toContain("1 autre cite des ODD sans dire lequel est le principal");
    expect(text).toContain("4 projets sur 4 ne disent aucun pays");
  });
});

describe("empty pages say why", () => {
  test.for([
    ["", "Le panorama est encore vide"],
    ["?vue=carte", "Le panorama est encore vide"],
    ["?pays=ML", "Le panorama public ne connaît pas de projet au Mali."],
  ] as const)("at %j", async ([query, sentence], { db }) => {
    expect(words(await (await openSite(db)).visit(list + query))).toContain(sentence);
  });

  test("the filters can be taken away, and a page beyond the end leads back", async ({ db }) => {
    await projectOf(db, { title: "Puits" });
    const visitor = await openSite(db);
    expect(words(await visitor.visit(`${list}?q=puits&pays=ML`))).toContain(
      "Retirer les filtres : 1 pour « puits »",
    );
    expect(words(await visitor.visit(`${list}?page=9`))).toContain("au-delà de la fin");
  });
});

describe("the card", () => {
  test("has one address, its actors, its goals, its linked data", async ({ db }) => {
    const kabe = await organisationNamed(db, "Kabé");
    const id = await projectOf(db, {
      title: "Écoles jumelles",
      countryCodes: ["ML"],
      participants: carriedBy(kabe, "kabe"),
      budget: [{ funder: "AFD", organisationId: null, plannedCents: 1, receivedCents: null }],
    });
    const visitor = await openSite(db);
    expect((await visitor.request(`/projets/${id}`)).headers.get("location")).toBe(
      projects.publicCard(id, "ecoles-jumelles"),
    );
    const card = await visitor.visit(projects.publicCard(id, "ecoles-jumelles"));
    expect(card.querySelector(`a[href='/acteurs/${kabe}-kabe']`)?.textContent).toBe("Kabé");
    expect(card.querySelector(".map svg title")?.textContent).toBe("Dans le monde");
    const data = JSON.parse(card.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
    expect([data].flat()[0]).toMatchObject({
      "@type": "Project",
      name: "Écoles jumelles",
      funder: [{ name: "AFD" }],
      location: [{ "@type": "Country", name: "Mali" }],
    });
    const actor = await visitor.visit(`/acteurs/${kabe}-kabe`);
    expect(words(actor)).toContain("Ses projets");
    expect(words(await visitor.visit(`${list}?acteur=${kabe}`))).toContain("1 projet avec Kabé");
    expect(await (await visitor.request(projects.publicFeed())).text()).toContain("Écoles jumelles");
    expect(await (await visitor.request(sitePaths.sitemap())).text()).toContain(
      projects.publicCard(id, "ecoles-jumelles"),
    );
  });
});
