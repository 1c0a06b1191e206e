import { describe, expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { system } from "#platform/db/index.ts";
import type { Content } from "#platform/questionnaire/content.ts";
import { test } from "#test/database.ts";
import { openMounted } from "#test/mounted.ts";
import type { Submission } from "../contract.ts";
import { changeDraft, createQuestionnaire, publishDraft, startDraft } from "../editing/commands.ts";
import { findQuestionnaire } from "../editing/queries.ts";
import { openAnswer } from "./commands.open.ts";
import { addParticipant } from "./commands.people.ts";
import { reopenAnswer } from "./commands.submit.ts";
import { findAnswer } from "./queries.ts";
import { answerRoutes } from "./routes.tsx";
import { expiryFrom } from "./tokens.ts";

const content: Content = {
  title: "Vos actions",
  intro: "Deux pages.",
  thanks: "Merci !",
  sections: [
    {
      id: "qui",
      title: "Votre organisation",
      questions: [
        { id: "nom", kind: "text", label: "Nom", required: true, maps: "name" },
        { id: "abroad", kind: "yes_no", label: "Agissez-vous à l’étranger ?", required: true },
        {
          id: "pays",
          kind: "countries",
          label: "Dans quels pays ?",
          required: true,
          condition: { match: "all", tests: [{ question: "abroad", is: "is", value: true }] },
        },
        { id: "siret", kind: "identifier", identifier: "siret", label: "SIRET", maps: "siret" },
        { id: "budget", kind: "money", label: "Budget de l’année", max: 100_000_00 },
      ],
    },
    {
      id: "avec",
      title: "Vos partenaires",
      questions: [
        {
          id: "part",
          kind: "block",
          label: "Partenaires",
          one: "partenaire",
          questions: [
            { id: "qui2", kind: "organisation", label: "Nom du partenaire", required: true },
            { id: "rna2", kind: "identifier", identifier: "rna", label: "Numéro RNA" },
          ],
        },
        {
          id: "effort",
          kind: "table",
          label: "Heures données",
          rowsFrom: "part",
          columns: [{ id: "h", label: "Heures", kind: "number" }],
        },
        { id: "piece", kind: "file", label: "Rapport d’activité", most: 2 },
        {
          id: "ok",
          kind: "consent",
          label: "J’accepte",
          purpose: "publication",
          text: "Le réseau publie la fiche.",
          required: true,
        },
      ],
    },
  ],
};

async function published(db: Db, said: Content = content) {
  const { id } = await createQuestionnaire(db, system, "census", said);
  const draft = (await findQuestionnaire(db, id))?.draft;
  if (draft) expect(await publishDraft(db, system, draft, new Date())).toEqual({ ok: true });
  return id;
}

async function opened(db: Db, { expiresAt = expiryFrom(new Date()) } = {}) {
  const questionnaireId = await published(db);
  const answer = await openAnswer(
    db,
    system,
    { questionnaireId, expiresAt },
    { key: "1", label: "Kabé Bénin", name: "Awa", email: "awa@exemple.fr", known: { name: "Kabé Benin" } },
  );
  const submissions: Submission[] = [];
  const routes = answerRoutes({
    path: "/recensement",
    find: async () => ({ title: "Recensement 2021" }),
    onSubmit: async (_, submission) => {
      submissions.push(submission);
    },
  });
  const home = `/recensement/${answer.token}`;
  return { ...answer, questionnaireId, home, routes, submissions, site: openMounted(db, routes) };
}

const first = (more: Record<string, string | string[]> = {}) => ({
  version: "0",
  vu: ["nom", "abroad", "siret", "budget"],
  nom: "Kabé Bénin",
  abroad: "non",
  siret: "",
  budget: "1 250,50 €",
  ...more,
});

const second = (more: Record<string, string | string[] | File> = {}) => ({
  version: "0",
  vu: ["part", "part-n1-qui2", "part-n1-rna2", "effort", "piece", "ok"],
  part: ["n1"],
  "part-n1-qui2": "Ville d’Amiens",
  "part-n1-rna2": "",
  ok: "oui",
  ...more,
});

describe("answering", () => {
  test("a person fills in two pages without a script, reads them again and sends them once", async ({
    db,
  }) => {
    const { site, home, submissions, answerId } = await opened(db);
    const start = await site.visit(home);
    expect(start.body.textContent).toContain("Vous répondez pour Kabé Bénin");
    const page = await site.visit(`${home}/partie/qui`);
    expect(page.querySelector("[name=nom]")?.getAttribute("value"), "already filled in").toBe("Kabé Benin");
    expect((await site.post(`${home}/partie/qui`, first())).to).toBe(`${home}/partie/avec`);
    await site.visit(`${home}/partie/avec`);
    expect((await site.post(`${home}/partie/avec`, second())).to).toBe(`${home}/relecture`);
    const review = await site.visit(`${home}/relecture`);
    expect(review.body.textContent).toMatch(/1\s250,50\s€/);
    expect((await site.post(`${home}/envoi`)).to).toBe(home);
    expect((await site.post(`${home}/envoi`)).to, "a double click").toBe(home);
    expect(submissions).toHaveLength(1);
    expect(submissions[0]).toMatchObject({
      answerId,
      said: { name: "Kabé Bénin" },
      known: { name: "Kabé Benin" },
      cleared: ["siret"],
      by: { name: "Awa" },
      values: { budget: 125_050, abroad: false, ok: { given: true, text: "Le réseau publie la fiche." } },
    });
    expect(submissions[0]?.values).not.toHaveProperty("pays");
    const receipt = await site.visit(home);
    expect(receipt.body.textContent).toContain("Merci !");
  });

  test("an answer that calls another question on the same page keeps the page open on it", async ({ db }) => {
    const { site, home } = await opened(db);
    const page = await site.visit(`${home}/partie/qui`);
    expect(page.querySelector("#question-pays")?.hasAttribute("hidden")).toBe(true);
    const sent = await site.post(`${home}/partie/qui`, first({ abroad: "oui" }));
    expect(sent.to).toBe(`${home}/partie/qui#question-pays`);
    const again = await site.visit(`${home}/partie/qui`);
    expect(again.body.textContent).toMatch(/appellent 1\squestion de plus/);
    expect(again.querySelector("#question-pays")?.hasAttribute("hidden")).toBe(false);
  });

  test("what is asked no more is told, kept in the draft and not sent", async ({ db }) => {
    const { site, home, submissions } = await opened(db);
    const vu = ["nom", "abroad", "pays", "siret", "budget"];
    await site.post(`${home}/partie/qui`, first({ vu, abroad: "oui", pays: ["ML", "SN"] }));
    await site.post(`${home}/partie/qui`, first({ vu, version: "1", abroad: "non", pays: ["ML", "SN"] }));
    const page = await site.visit(`${home}/partie/avec`);
    expect(page.body.textContent).toContain("cette question n’est plus posée : « Dans quels pays ? »");
    await site.post(`${home}/partie/avec`, second());
    expect((await site.visit(`${home}/relecture`)).body.textContent).toContain("ne seront pas envoyées");
    await site.post(`${home}/envoi`);
    expect(submissions[0]?.values).not.toHaveProperty("pays");
  });

  test("what cannot be read is said beside its field, kept as typed, and stops the sending", async ({
    db,
  }) => {
    const { site, home, submissions } = await opened(db);
    const sent = await site.post(`${home}/partie/qui`, first({ siret: "123", budget: "beaucoup" }));
    expect(sent.status).toBe(422);
    const page = await sent.page();
    expect(page.querySelector("#erreur-siret")?.textContent).toContain("quatorze chiffres");
    expect(page.querySelector("[name=budget]")?.getAttribute("value")).toBe("beaucoup");
    const later = await site.visit(`${home}/partie/qui`);
    expect(later.querySelector("[name=siret]")?.getAttribute("value")).toBe("123");
    await site.post(`${home}/partie/avec`, second());
    expect((await site.post(`${home}/envoi`)).status).toBe(422);
    expect(submissions).toHaveLength(0);
  });

  test("times of a block are added, moved and removed, and a table has them as its rows", async ({ db }) => {
    const { site, home, answerId } = await opened(db);
    const added = await site.post(
      `${home}/partie/avec`,
      second({ suite: "ajouter:part", "part-n1-rna2": "W123" }),
    );
    expect(added.status).toBe(303);
    const page = await site.visit(`${home}/partie/avec`);
    const ids = [...page.querySelectorAll("input[name=part]")].map((one) => one.getAttribute("value") ?? "");
    expect(ids).toHaveLength(2);
    expect(page.querySelector("[name=part-n1-rna2]")?.getAttribute("value")).toBe("W123");
    expect(page.querySelector("[name=effort-n1-h]"), "a row for the first").not.toBeNull();
    const two = ids[1] ?? "";
    await site.post(`${home}/partie/avec`, {
      ...second({ version: "1", suite: `monter:part:${two}`, "effort-n1-h": "12" }),
      part: ids,
      [`part-${two}-qui2`]: "Lycée Faidherbe",
      vu: ["part", "part-n1-qui2", "part-n1-rna2", `part-${two}-qui2`, "effort", "piece", "ok"],
    });
    const values = (await findAnswer(db, answerId))?.parts.get("avec")?.values;
    expect(values?.["part"]).toMatchObject([
      { id: two, values: { qui2: { name: "Lycée Faidherbe" } } },
      { id: "n1" },
    ]);
    expect(values?.["effort"]).toEqual({ n1: { h: 12 } });
  });

  test("a file is checked, kept apart, given back to those of the answer only, and taken away", async ({
    db,
  }) => {
    const { site, home, answerId } = await opened(db);
    const pdf = new File(["%PDF-1.7 bonjour"], "rapport.pdf", { type: "application/pdf" });
    const page = new File(["<html><script>alert(1)</script>"], "page.html", { type: "text/html" });
    const bad = new File([new Uint8Array([0, 1, 2, 3])], "virus.exe", { type: "application/pdf" });
    const refused = await site.post(`${home}/partie/avec`, second({ "piece.fichiers": bad }));
    expect((await refused.page()).body.textContent).toContain("« virus.exe » n’est ni un PDF");
    await site.post(`${home}/partie/avec`, second({ version: "1", "piece.fichiers": pdf }));
    const shown = await site.visit(`${home}/partie/avec`);
    const link = shown.querySelector(".files-given a")?.getAttribute("href") ?? "";
    const given = await site.request(link);
    expect(given.headers.get("content-disposition")).toContain("attachment");
    expect(await given.text()).toBe("%PDF-1.7 bonjour");
    const other = await opened(db);
    expect((await other.site.request(link.replace(home, other.home))).status).toBe(404);
    const id = link.split("/").at(-1) ?? "";
    const more = second({ version: "2", piece: id, "piece.fichiers": page });
    await site.post(`${home}/partie/avec`, more); // HTML is taken as plain text, and given back as such
    await site.post(`${home}/partie/avec`, {
      ...second({ version: "3", suite: `oter:piece:${id}` }),
      piece: [id],
    });
    expect((await findAnswer(db, answerId))?.parts.get("avec")?.values).not.toHaveProperty("piece");
    expect((await site.request(link)).status).toBe(404);
  });

  test("two people write one page: the second is told, sees both, and loses nothing", async ({ db }) => {
    const { site, home, routes, answerId } = await opened(db);
    const added = await addParticipant(db, system, {
      answerId,
      name: "Boris",
      email: "boris@exemple.fr",
      expiresAt: expiryFrom(new Date()),
    });
    const boris = openMounted(db, routes);
    const his = `/recensement/${added.ok ? added.token : ""}`;
    await boris.post(`${his}/partie/qui`, first({ nom: "Kabé" }));
    const late = await site.post(`${home}/partie/qui`, first({ nom: "Kabé Bénin" }));
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.body.textContent).toContain("Boris a enregistré cette page pendant que vous écriviez");
    expect(page.querySelector("[name=nom]")?.getAttribute("value")).toBe("Kabé Bénin");
    const version = page.querySelector("[name=version]")?.getAttribute("value") ?? "";
    expect((await site.post(`${home}/partie/qui`, first({ version }))).status).toBe(303);
    expect((await boris.visit(`${his}/partie/qui`)).body.textContent).toContain("Awa a rempli cette page");
    const typed = await boris.post(`${his}/partie/qui`, first({ version: "1" }), {
      accept: "application/json",
    });
    expect(typed.status).toBe(409);
  });

  test("a draft is saved while one types, whatever is wrong in it", async ({ db }) => {
    const { site, home } = await opened(db);
    const typed = await site.post(`${home}/partie/qui`, first({ budget: "12 0", nom: "" }), {
      accept: "application/json",
    });
    expect(await typed.response.json()).toMatchObject({ version: 1 });
    const page = await site.visit(`${home}/partie/qui`);
    expect(page.querySelector("[name=nom]")?.getAttribute("value")).toBe("");
  });

  test("an old link opens nothing but the way to a new one, and the new one replaces it", async ({ db }) => {
    const { site, home, participantId } = await opened(db, { expiresAt: new Date(Date.now() - 1000) });
    const page = await site.visit(home, { status: 404 });
    expect(page.body.textContent).toContain("a…@exemple.fr");
    expect((await site.post(`${home}/lien`)).status).toBe(200);
    const letter = await db
      .selectFrom("platform.letters")
      .select(["recipient", "text"])
      .executeTakeFirstOrThrow();
    expect(letter.recipient).toBe("awa@exemple.fr");
    const link = /http:\/\/localhost(\/recensement\/\S+)/.exec(letter.text)?.[1] ?? "";
    await site.visit(link);
    expect((await site.request(home)).status).toBe(404);
    const kept = await db
      .selectFrom("questionnaires.participants")
      .select("token")
      .where("id", "=", participantId)
      .executeTakeFirstOrThrow();
    expect(link, "only its digest is kept").not.toContain(kept.token);
  });

  test("someone invited gets a letter with a link of their own", async ({ db }) => {
    const { site, home } = await opened(db);
    expect((await site.post(`${home}/personnes`, { nom: "", courriel: "x" })).status).toBe(422);
    expect((await site.post(`${home}/personnes`, { nom: "Boris", courriel: "boris@exemple.fr" })).to).toBe(
      home,
    );
    expect((await site.visit(home)).body.textContent).toContain("écrite par vous, Boris");
  });

  test("an answer reopened by staff can be changed and sent again", async ({ db }) => {
    const { site, home, submissions, answerId } = await opened(db);
    await site.post(`${home}/partie/qui`, first());
    await site.post(`${home}/partie/avec`, second());
    await site.post(`${home}/envoi`);
    expect((await site.post(`${home}/partie/qui`, first({ version: "1", nom: "Trop tard" }))).to).toBe(home);
    await reopenAnswer(db, system, answerId, new Date());
    await site.post(`${home}/partie/qui`, first({ version: "1", nom: "Kabé" }));
    await site.post(`${home}/envoi`);
    expect(submissions.map(({ again, said }) => [again, said["name"]])).toEqual([
      [false, "Kabé Bénin"],
      [true, "Kabé"],
    ]);
  });

  test("a new revision keeps what was said to the questions that stay, and asks the new ones", async ({
    db,
  }) => {
    const { site, home, questionnaireId, answerId } = await opened(db);
    await site.post(`${home}/partie/qui`, first());
    const draft = await startDraft(db, system, questionnaireId);
    if (!draft) throw new Error("no draft");
    const [qui, avec] = content.sections;
    if (!qui || !avec) throw new Error("no sections");
    const kept = qui.questions.filter(({ id }) => id !== "budget");
    const next: Content = {
      ...content,
      sections: [
        { ...avec, questions: [...avec.questions, ...kept.slice(0, 1)] },
        {
          ...qui,
          questions: [{ id: "neuf", kind: "text", label: "Du nouveau", required: true }, ...kept.slice(1)],
        },
      ],
    };
    const changed = await changeDraft(db, system, draft, next);
    expect(changed.ok).toBe(true);
    const again = (await findQuestionnaire(db, questionnaireId))?.draft;
    if (again) expect(await publishDraft(db, system, again, new Date())).toEqual({ ok: true });
    expect((await site.visit(home)).body.textContent).toContain("Le questionnaire a changé");
    const answer = await findAnswer(db, answerId);
    expect(answer?.revisionNumber).toBe(2);
    expect(answer?.parts.get("avec")?.values).toMatchObject({ nom: "Kabé Bénin" });
    expect(answer?.parts.get("qui")?.values).toEqual({ abroad: false });
    expect((await site.post(`${home}/envoi`)).status).toBe(422);
  });
});
