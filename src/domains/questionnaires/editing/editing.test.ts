import { describe, expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { permission } from "#platform/web/may.ts";
import { isStaff, stranger, type Visitor } from "#platform/web/visitor.ts";
import { test } from "#test/database.ts";
import { openMounted } from "#test/mounted.ts";
import { createQuestionnaire } from "./commands.ts";
import { findQuestionnaire } from "./queries.ts";
import { questionnaireEditorRoutes } from "./routes.tsx";

const officer: Visitor = {
  ...stranger,
  accountId: "00000000-0000-4000-8000-000000000001",
  roles: new Set(["officer"]),
};
const base = "/gestion/essai/questionnaire";

async function opened(db: Db, visitor = officer) {
  const { id } = await createQuestionnaire(db, system, "essai", {
    title: "Essai",
    sections: [{ id: "une", title: "Première partie", questions: [] }],
  });
  const routes = questionnaireEditorRoutes({
    path: base,
    permission: permission("essai.write", isStaff),
    find: async () => ({ questionnaireId: id, href: base, trail: [{ label: "Essai", href: "/gestion" }] }),
    fields: async () => [
      {
        key: "name",
        label: "Nom",
        question: { kind: "text", label: "Nom de votre organisation", required: true },
      },
    ],
  });
  const site = openMounted(db, routes, { visitor });
  const draft = async () => {
    const found = (await findQuestionnaire(db, id))?.draft;
    if (!found) throw new Error("no draft");
    return found;
  };
  const gesture = async (geste: string) =>
    site.post(`${base}/gestes`, { geste, version: String((await draft()).version) });
  const save = async (question: string, fields: Record<string, string>) =>
    site.post(`${base}/questions/${question}`, {
      facts: "oui",
      version: String((await draft()).version),
      ...fields,
    });
  /** Adds a question and fills in its form; gives its id. */
  const add = async (fields: Record<string, string>, to = "une") => {
    const { to: form = "" } = await gesture(`question:${to}`);
    const question = form.split("/").at(-1) ?? "";
    expect(
      (await save(question, { type: fields["type"] ?? "text", intitule: "…", suite: "type" })).status,
    ).toBe(303);
    const sent = await save(question, fields);
    expect(sent.status, await sent.response.text()).toBe(303);
    return question;
  };
  return { id, site, draft, gesture, save, add };
}

describe("an officer writes a questionnaire", () => {
  test("adds questions, pastes their options, and puts a condition in words", async ({ db }) => {
    const { site, draft, add } = await opened(db);
    const kind = await add({
      type: "choice",
      intitule: "Vous êtes…",
      options: "• une association\n• une commune ;\n\nune école",
    });
    const [section] = (await draft()).content.sections;
    const options = section?.questions[0]?.options ?? [];
    expect(options.map(({ label }) => label)).toEqual(["une association", "une commune", "une école"]);
    const money = await add({ type: "money", intitule: "Votre budget", max: "1 000 000" });
    const form = await site.visit(`${base}/questions/${money}`);
    const offered = [...form.querySelectorAll("[name=si-1] option")].map((one) => one.textContent);
    expect(offered).toContain("est « une commune »");
    const only = await add({
      type: "text",
      intitule: "Nom du maire",
      "si-1": `${kind}|is|${JSON.stringify(options[1]?.id)}`,
      "si-2": `${money}|more`,
      "si-valeur-2": "5 000 €",
      "si-mode": "all",
    });
    const page = await site.visit(base);
    expect(page.querySelector(`#${only}`)?.textContent).toMatch(
      /Seulement si « Vous êtes… » est « une commune » et « Votre budget » est plus grand que 5\s000\s€\./,
    );
    const again = await site.visit(`${base}/questions/${only}`);
    expect(again.querySelector("[name=si-valeur-2]")?.getAttribute("value")).toBe("5000,00");
  });

  test("renames an option without losing its answers, and adds one", async ({ db }) => {
    const { draft, add, save } = await opened(db);
    const id = await add({ type: "many", intitule: "Quoi ?", options: "Santé\nÉcole" });
    const before = (await draft()).content.sections[0]?.questions[0]?.options ?? [];
    await save(id, { type: "many", intitule: "Quoi ?", options: "Eau\nSanté publique\nÉcole" });
    const after = (await draft()).content.sections[0]?.questions[0]?.options ?? [];
    expect(after.find(({ label }) => label === "École")?.id).toBe(before[1]?.id);
    expect(new Set(after.map(({ id }) => id)).size).toBe(3);
  });

  test("moves, duplicates, removes, and takes a removal back", async ({ db }) => {
    const { site, draft, gesture, add } = await opened(db);
    const first = await add({ type: "text", intitule: "A" });
    const second = await add({ type: "text", intitule: "B" });
    const labels = async () =>
      (await draft()).content.sections.map(({ questions }) => questions.map(({ label }) => label));
    expect((await gesture(`monter:${second}`)).to).toBe(`${base}#${second}`);
    expect(await labels()).toEqual([["B", "A"]]);
    await gesture("partie:");
    await gesture(`descendre:${first}`);
    expect(await labels()).toEqual([["B"], ["A"]]);
    await gesture(`doubler:${second}`);
    expect(await labels()).toEqual([["B", "B (copie)"], ["A"]]);
    await gesture("retirer:une");
    expect(await labels()).toEqual([["A"]]);
    const page = await site.visit(base);
    const undo = page.querySelector(".notice form")?.getAttribute("action") ?? "";
    expect((await site.post(undo)).status).toBe(303);
    expect(await labels()).toEqual([["B", "B (copie)"], ["A"]]);
  });

  test("is told of each mistake in words, and cannot publish with one", async ({ db }) => {
    const { site, draft, gesture, add, save } = await opened(db);
    const first = await add({ type: "text", intitule: "Nom" });
    const block = await add({ type: "block", intitule: "Partenaires", "une-fois": "partenaire" });
    const second = await add({ type: "yes_no", intitule: "Nom" });
    await save(first, { type: "choice", intitule: "Nom", suite: "type" });
    const page = await site.visit(base);
    const text = page.querySelector(".callout-warning")?.textContent ?? "";
    expect(text).toContain("a besoin d’au moins deux réponses");
    expect(text).toContain("Deux questions s’appellent « Nom »");
    expect(text).toContain("Le bloc « Partenaires » ne pose aucune question");
    const { version } = await draft();
    expect((await site.post(`${base}/publication`, { version: String(version) })).status).toBe(422);
    await gesture(`retirer:${first}`);
    await add({ type: "text", intitule: "Nom du partenaire" }, block);
    const form = await site.visit(`${base}/questions/${second}`);
    expect(form.querySelector("[name=dans]")).not.toBeNull();
    const ready = await draft();
    expect((await site.post(`${base}/publication`, { version: String(ready.version) })).to).toBe(base);
    const published = await site.visit(base);
    expect(published.body.textContent).toContain("Modifier dans une nouvelle révision");
  });

  test("a question moved before the one it depends on is told", async ({ db }) => {
    const { site, gesture, add } = await opened(db);
    const asked = await add({ type: "yes_no", intitule: "Avez-vous des salariés ?" });
    const count = await add({
      type: "number",
      intitule: "Combien ?",
      "si-1": `${asked}|is|true`,
      "si-mode": "all",
    });
    await gesture(`monter:${count}`);
    const page = await site.visit(base);
    expect(page.querySelector(".callout-warning")?.textContent).toContain(
      "La question « Combien ? » dépend d’une question qui ne vient pas avant",
    );
  });

  test("asks for a field of the record, ready made, once", async ({ db }) => {
    const { site, draft, gesture } = await opened(db);
    await gesture("champ:name");
    expect((await draft()).content.sections[0]?.questions).toMatchObject([
      { maps: "name", label: "Nom de votre organisation", required: true },
    ]);
    expect((await site.visit(base)).querySelector("option[value='champ:name']")).toBeNull();
  });

  test("sees at once what a question will look like", async ({ db }) => {
    const { site, add } = await opened(db);
    const id = await add({ type: "text", intitule: "Nom" });
    const sent = await site.post(`${base}/questions/${id}/apercu`, { intitule: "Le nom", type: "paragraph" });
    expect(await sent.response.text()).toMatch(/<turbo-frame[^>]*>.*Le nom.*<textarea/s);
  });

  test("a colleague who saved first is shown, and what was typed is kept", async ({ db }) => {
    const { site, draft, add, save } = await opened(db);
    const id = await add({ type: "text", intitule: "Nom" });
    const { version } = await draft();
    await save(id, { type: "text", intitule: "Nom complet" });
    const late = await save(id, { version: String(version), type: "text", intitule: "Dénomination" });
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.body.textContent).toContain("Nom complet");
    expect(page.querySelector("[name=intitule]")?.textContent).toBe("Dénomination");
    const gesture = await site.post(`${base}/gestes`, { geste: `retirer:${id}`, version: String(version) });
    expect(gesture.status).toBe(409);
    expect((await gesture.page()).body.textContent).toContain("Un collègue a modifié ce questionnaire");
  });

  test("prints it, reads a past revision, and gives up a draft", async ({ db }) => {
    const { site, draft, add } = await opened(db);
    const id = await add({ type: "yes_no", intitule: "Publiez-vous un rapport ?" });
    expect((await site.visit(`${base}/imprimer`)).body.textContent).toContain("Publiez-vous un rapport ?");
    await site.post(`${base}/publication`, { version: String((await draft()).version) });
    await site.post(`${base}/revisions`);
    expect((await draft()).number).toBe(2);
    expect((await draft()).content.sections[0]?.questions[0]?.id).toBe(id);
    await site.visit(`${base}/revisions/1`);
    await site.post(`${base}/abandon`, { version: String((await draft()).version) });
    await expect(draft()).rejects.toThrow("no draft");
  });

  test("nobody else may", async ({ db }) => {
    const { id } = await opened(db);
    const { site } = await opened(db, stranger);
    expect(id).toBeGreaterThan(0);
    for (const path of [base, `${base}/questions/une`, `${base}/imprimer`])
      expect((await site.request(path)).status, path).toBe(303);
    expect((await site.post(`${base}/gestes`, { geste: "partie:" })).to).toContain("/connexion");
  });

  test("a form that means nothing changes nothing", async ({ db }) => {
    const { site, draft, gesture } = await opened(db);
    const before = await draft();
    expect((await gesture("exploser:une")).status).toBe(422);
    expect((await site.post(`${base}/questions/rien`, { intitule: "x" })).status).toBe(409);
    expect((await draft()).version).toBe(before.version);
  });
});
