import { sql } from "kysely";
import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { carriedBy, organisationNamed, projectOf } from "#test/projects.ts";
import { projectCriteria } from "./criteria.ts";
import { projectKind } from "./import-kind.ts";
import { findProject } from "./queries.record.ts";

const row = {
  title: "Écoles jumelles",
  carriers: "Kabé ; École inconnue",
  partners_there: "Mairie de Gao",
  countries: "Mali, Narnia",
  sectors: "Éducation et formation",
  main_goal: "ODD 4",
  goals: "3 ; 13",
  places: "Lille",
  stage: "terminé",
  starts: "mars 2021",
  ends: "2023",
  funder: "AFD",
  budget: "12 000,00 €",
};

const open = (db: Db, choices: Record<string, string> = {}) =>
  projectKind.openCheck(db, { importId: 1, options: {}, choiceFor: (_, typed) => choices[typed] });

test.for([
  [{ title: "" }, "Titre"],
  [{ carriers: "" }, "Porteurs"],
  [{ main_goal: "18" }, "ODD principal"],
  [{ goals: "eau" }, "Autres ODD"],
  [{ stage: "presque" }, "Étape"],
  [{ starts: "bientôt" }, "Début"],
  [{ starts: "2023", ends: "2021" }, "Fin"],
  [{ budget: "beaucoup" }, "Budget"],
] as const)("a cell that is wrong names its column: %j", ([wrong, column]) => {
  const read = projectKind.read({ ...row, ...wrong });
  expect(read.ok ? [] : read.problems.map((problem) => problem.column)).toEqual([column]);
});

test("a row becomes a project of the team, taken back as a whole", async ({ db }) => {
  const kabe = await organisationNamed(db, "Kabé");
  const read = projectKind.read(row);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const drafts = [
    { line: 2, values: read.values },
    { line: 3, values: { ...read.values, title: "écoles JUMELLES" } },
  ];
  const checked = await (await open(db))(drafts);
  expect(checked.map(({ outcome }) => outcome)).toEqual(["create", "same"]);
  expect(checked[0]?.notes?.map(({ reason }) => reason).join()).toContain(
    "« Narnia »".replaceAll(" ", "\u00a0"),
  );
  await projectKind.apply(db, system, checked.slice(0, 1), 1);
  const { rows } = await sql<{ id: number }>`select id from projects.projects`.execute(db);
  const project = await findProject(db, rows[0]?.id ?? 0);
  expect(project).toMatchObject({
    visibility: "internal",
    stage: "finished",
    starts_precision: "month",
    participants: [{ organisation_id: kabe }, { name: "École inconnue" }, { role: "partner_there" }],
    countries: [{ code: "ML" }],
    places: [{ commune_code: "59350" }],
    budget: [{ funder: "AFD", planned_cents: 12_000_00 }],
  });
  expect(project?.goals.map(({ code }) => code)).toEqual(["3", "4", "13"]);
  expect((await projectKind.listDone(db, 1, { limit: 10, offset: 0 })).rows).toMatchObject([{ line: 2 }]);
  const again = await projectKind.openCheck(db, { importId: 2, options: {}, choiceFor: () => undefined });
  expect((await again(drafts.slice(0, 1)))[0]).toMatchObject({ outcome: "same", targetId: rows[0]?.id });
  expect(await projectKind.undo(db, system, 1, [])).toMatchObject({ removed: 1, kept: [] });
});

test("a carrier that is not sure is asked about, kept as typed meanwhile, and known once chosen", async ({
  db,
}) => {
  const mali = await organisationNamed(db, "Association Avec et pour le Mali");
  const read = projectKind.read({ ...row, carriers: "Avec et pour le Mali", places: "" });
  if (!read.ok) throw new Error("unread");
  const draft = [{ line: 2, values: read.values }];
  const [asked] = await (await open(db))(draft);
  expect(asked?.proposals?.filter(({ column }) => column === "carriers")).toMatchObject([
    { typed: "Avec et pour le Mali", candidates: [{ id: String(mali) }], fallback: "keep" },
  ]);
  expect(asked?.write?.participants[0]?.organisationId).toBeNull();
  const [chosen] = await (await open(db, { "Avec et pour le Mali": String(mali) }))(draft);
  expect(chosen?.write?.participants[0]?.organisationId).toBe(mali);
});

const [has] = projectCriteria;
const labels = (field: string) => ({ pays: ["Mali"], odd: ["6. Eau"] })[field] ?? [];

test.for([
  [{}, "qui ont un projet", "qui n’ont aucun projet"],
  [{ pays: ["ML"] }, "qui ont un projet au Mali", "qui n’ont aucun projet au Mali"],
  [
    { role: ["carrier"], pays: ["ML"], odd: ["6"], annee: ["2021"] },
    "qui portent un projet au Mali, pour l’ODD 6, en 2021",
    "qui ne portent aucun projet au Mali, pour l’ODD 6, en 2021",
  ],
] as const)("a segment says %j in French", ([asked, phrase, denial]) => {
  const worded = (field: string) => (field in asked ? labels(field) : []);
  expect(has?.phrase(asked, worded)).toBe(phrase);
  expect(has?.denial?.(asked, worded)).toBe(denial);
});

test("the questions of a segment are asked of one and the same project", async ({ db }) => {
  const [kabe, gao] = [await organisationNamed(db, "Kabé"), await organisationNamed(db, "Gao")];
  await projectOf(db, {
    title: "Puits",
    countryCodes: ["ML"],
    starts: { on: "2019-01-01", precision: "year" },
    ends: { on: "2019-12-31", precision: "year" },
    participants: [
      ...carriedBy(kabe),
      { role: "funder", name: "Gao", organisationId: gao, countryCode: null },
    ],
  });
  await projectOf(db, {
    title: "Forage",
    countryCodes: ["BJ"],
    starts: { on: "2021-01-01", precision: "year" },
    participants: carriedBy(kabe),
  });
  const found = async (asked: Record<string, readonly string[]>) => {
    const condition = has?.condition(sql.ref<number>("organisation.id"), asked) ?? sql`false`;
    const { rows } = await sql<{ name: string }>`
      select name from directory.organisations organisation where ${condition} order by name`.execute(db);
    return rows.map(({ name }) => name);
  };
  expect(await found({})).toEqual(["Gao", "Kabé"]);
  expect(await found({ role: ["carrier"] })).toEqual(["Kabé"]);
  expect(await found({ pays: ["ML"], annee: ["2019"] })).toEqual(["Gao", "Kabé"]);
  expect(await found({ pays: ["ML"], annee: ["2021"] })).toEqual([]);
  expect(await found({ pays: ["ML", "BJ"], annee: ["2021"], etape: ["under_way"] })).toEqual(["Kabé"]);
});
