import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import type { Content } from "#platform/questionnaire/content.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import { permission } from "#platform/web/may.ts";
import { isStaff, stranger, type Visitor } from "#platform/web/visitor.ts";
import { test } from "#test/database.ts";
import { openMounted } from "#test/mounted.ts";
import { openAnswer } from "../answering/commands.open.ts";
import { submitAnswer } from "../answering/commands.submit.ts";
import { expiryFrom } from "../answering/tokens.ts";
import { createQuestionnaire, publishDraft } from "../editing/commands.ts";
import { findQuestionnaire } from "../editing/queries.ts";
import { resultRoutes } from "./routes.tsx";

const officer: Visitor = {
  ...stranger,
  accountId: "00000000-0000-4000-8000-000000000001",
  roles: new Set(["officer"]),
};
const href = "/gestion/essai/reponses";

const content: Content = {
  title: "Vos actions",
  sections: [
    {
      id: "s",
      title: "Tout",
      questions: [
        { id: "nom", kind: "text", label: "Nom", maps: "nom" },
        { id: "oui", kind: "yes_no", label: "Agissez-vous à l’étranger ?", maps: "oui" },
        {
          id: "quoi",
          kind: "many",
          label: "Domaines",
          maps: "quoi",
          options: [
            { id: "eau", label: "Eau" },
            { id: "sol", label: "Agriculture" },
          ],
        },
        { id: "sous", kind: "money", label: "Budget", maps: "sous" },
        { id: "jour", kind: "date", label: "Depuis", maps: "jour" },
        {
          id: "gens",
          kind: "table",
          label: "Équipe",
          maps: "gens",
          rows: [{ id: "sal", label: "Salariés" }],
          columns: [{ id: "n", label: "Combien", kind: "number" }],
        },
        {
          id: "part",
          kind: "block",
          label: "Partenaires",
          maps: "part",
          questions: [
            { id: "pn", kind: "text", label: "Nom du partenaire" },
            { id: "pp", kind: "country", label: "Pays" },
          ],
        },
      ],
    },
  ],
};

async function opened(db: Db, given: readonly Values[], visitor = officer) {
  const { id } = await createQuestionnaire(db, system, "essai", content);
  const draft = (await findQuestionnaire(db, id))?.draft;
  if (draft) await publishDraft(db, system, draft, new Date());
  const answers: number[] = [];
  for (const [place, known] of given.entries()) {
    const to = { questionnaireId: id, expiresAt: expiryFrom(new Date()) };
    const one = await openAnswer(db, system, to, {
      key: "",
      label: `Acteur ${place + 1}`,
      name: "Awa",
      email: "",
      known,
    });
    const who = { answerId: one.answerId, participantId: one.participantId, now: new Date() };
    expect(await submitAnswer(db, system, who, undefined)).toMatchObject({ ok: true });
    answers.push(one.answerId);
  }
  const mount = {
    path: href,
    permission: permission("essai.read", isStaff),
    find: async () => ({ questionnaireId: id, href, trail: [] }),
  };
  return { site: openMounted(db, resultRoutes(mount), { visitor }), answers };
}

const given: Values[] = [
  {
    nom: "=Kabé",
    oui: true,
    quoi: ["eau", "sol"],
    sous: 10_000,
    jour: "2021-01-06",
    gens: { sal: { n: 3 } },
    part: [
      { id: "a", values: { pn: "Bamako", pp: "ML" } },
      { id: "b", values: { pn: "Thiès", pp: "SN" } },
    ],
  },
  { nom: "Adice", oui: false, quoi: ["eau"], sous: 30_000 },
  { nom: "Cap", sous: 90_050 },
];

test("an officer reads what was answered, counted question by question", async ({ db }) => {
  const { site } = await opened(db, given);
  const page = await site.visit(href);
  const text = page.body.textContent ?? "";
  expect(text).toMatch(/Eau2 \(100\s%\)/);
  expect(text).toMatch(/Agriculture1 \(50\s%\)/);
  expect(text).toMatch(/Médiane300\s€/);
  expect(text).toMatch(/Maximum900,5\d?\s€/);
  expect(text).toMatch(/Oui1 \(50\s%\)/);
});

test("takes them away: a line an answer, a column a question; a block, a line each time", async ({ db }) => {
  const { site } = await opened(db, given);
  const [head = "", first = ""] = (await (await site.request(`${href}.csv`)).text()).split("\r\n");
  expect(head).toContain(
    ";Nom;Agissez-vous à l’étranger ?;Domaines;Budget (euros);Depuis;Équipe, Salariés, Combien;",
  );
  expect(first).toContain(";'=Kabé;oui;Eau, Agriculture;100;2021-01-06;3;2;Bamako, Thiès");
  const block = await (await site.request(`${href}/blocs/part.csv`)).text();
  expect(block).toMatch(/Acteur 1;2;Thiès;Sénégal/);
  expect((await site.request(`${href}/blocs/nom.csv`)).status).toBe(404);
  expect((await site.request(`${href}.xlsx`)).status).toBe(200);
});

test("opens one, reopens it, and can take that back", async ({ db }) => {
  const { site, answers } = await opened(db, given);
  const one = `${href}/${answers[0]}`;
  expect((await site.visit(one)).body.textContent).toContain("Bamako");
  await site.post(`${one}/reouverture`);
  const page = await site.visit(one);
  expect(page.body.textContent).toContain("Rouverte");
  await site.post(page.querySelector(".notice form")?.getAttribute("action") ?? "");
  expect((await site.visit(one)).body.textContent).toContain("Rouvrir la réponse");
  const other = await opened(db, given);
  expect((await site.request(`${href}/${other.answers[0]}`)).status, "another questionnaire’s").toBe(404);
});

test("nobody else may read them", async ({ db }) => {
  const { site, answers } = await opened(db, given, stranger);
  for (const path of [href, `${href}.csv`, `${href}/${answers[0]}`])
    expect((await site.request(path)).status, path).toBe(303);
});

test("says so when nothing was answered", async ({ db }) => {
  const { site } = await opened(db, []);
  expect((await site.visit(href)).body.textContent).toContain("Aucune réponse n’est encore envoyée");
});
