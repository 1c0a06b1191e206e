import type { Content, Question, Section } from "./content.ts";
import { isTestable, kindOf } from "./kinds.ts";

/** A mistake in a questionnaire, in words; `target` is the section or the question to mend. */
export interface Problem {
  target: string;
  text: string;
}

const named = ({ label }: Question) => `« ${label || "sans intitulé"} »`;

/** Every mistake that would stop people from answering, or make their answers impossible to read. Empty: it can be published. */
export function problemsOf(content: Content): Problem[] {
  const problems: Problem[] = [];
  if (!content.title.trim()) problems.push({ target: "", text: "Le questionnaire n’a pas de titre." });
  if (!content.sections.some(({ questions }) => questions.length > 0))
    problems.push({ target: "", text: "Le questionnaire ne pose aucune question." });
  const before = new Map<string, Question>();
  for (const section of content.sections) {
    problems.push(...sectionProblems(section));
    conditionProblems(section, `La partie « ${section.title} »`, before, problems);
    checkQuestions(section.questions, before, problems);
  }
  problems.push(...sameLabels(content));
  return problems;
}

function checkQuestions(questions: readonly Question[], before: Map<string, Question>, problems: Problem[]) {
  for (const question of questions) {
    conditionProblems(question, `La question ${named(question)}`, before, problems);
    for (const text of questionProblems(question)) problems.push({ target: question.id, text });
    if (question.rowsFrom && before.get(question.rowsFrom)?.kind !== "block")
      problems.push({
        target: question.id,
        text: `Le tableau ${named(question)} prend ses lignes dans un bloc qui n’est pas posé avant lui : choisissez-en un autre, ou écrivez ses lignes.`,
      });
    if (question.kind === "block") checkQuestions(question.questions ?? [], new Map(before), problems);
    before.set(question.id, question);
  }
}

const sectionProblems = ({ id, title, questions }: Section): Problem[] => [
  ...(title.trim() ? [] : [{ target: id, text: "Une partie n’a pas de titre." }]),
  ...(questions.length > 0
    ? []
    : [
        {
          target: id,
          text: `La partie « ${title} » ne pose aucune question : ajoutez-en une, ou retirez la partie.`,
        },
      ]),
];

/** What is wrong in one question, apart from its place. */
export function questionProblems(question: Question): string[] {
  const { kind, label, options = [], columns = [], rows = [], least, most, min, max, from, to } = question;
  const who = `La question ${named(question)}`;
  const { takes } = kindOf(kind);
  const problems = label.trim()
    ? []
    : [`Une question (${kindOf(kind).label.toLowerCase()}) n’a pas d’intitulé.`];
  const say = (wrong: boolean, text: string) => {
    if (wrong) problems.push(text);
  };
  say(takes.options && options.length < 2, `${who} a besoin d’au moins deux réponses à proposer.`);
  say(takes.options && twice(options) !== undefined, `${who} propose deux fois « ${twice(options)} ».`);
  say(takes.table && columns.length === 0, `${who} n’a pas de colonne.`);
  say(takes.table && !question.rowsFrom && rows.length === 0, `${who} n’a pas de ligne.`);
  say(takes.table && twice(columns) !== undefined, `${who} a deux colonnes « ${twice(columns)} ».`);
  say(takes.table && twice(rows) !== undefined, `${who} a deux lignes « ${twice(rows)} ».`);
  say(takes.list && !question.list, `${who} ne dit pas dans quelle liste on choisit.`);
  say(
    kind === "consent" && !question.text?.trim(),
    `${who} n’a pas le texte du consentement, qui en est la preuve.`,
  );
  say(
    kind === "block" && (question.questions ?? []).length === 0,
    `Le bloc ${named(question)} ne pose aucune question.`,
  );
  say(
    (question.questions ?? []).some((inner) => inner.kind === "block" || inner.kind === "consent"),
    `Le bloc ${named(question)} contient un bloc ou un consentement : posez-le en dehors.`,
  );
  say(
    (min !== undefined && max !== undefined && min > max) ||
      (from !== undefined && to !== undefined && from > to) ||
      (least !== undefined && most !== undefined && least > most),
    `${who} a un minimum plus grand que son maximum.`,
  );
  say(
    takes.options && (least ?? 0) > options.length,
    `${who} demande plus de réponses qu’elle n’en propose.`,
  );
  return problems;
}

function twice(named: readonly { label: string }[]): string | undefined {
  const seen = new Set<string>();
  return named.find(({ label }) => {
    const key = label.trim().toLowerCase();
    return seen.size === seen.add(key).size;
  })?.label;
}

function conditionProblems(
  { id, condition }: Pick<Question, "id" | "condition">,
  who: string,
  before: ReadonlyMap<string, Question>,
  problems: Problem[],
) {
  for (const test of condition?.tests ?? []) {
    const asked = before.get(test.question);
    const text = !asked
      ? "dépend d’une question qui ne vient pas avant : déplacez l’une des deux, ou changez la condition."
      : !isTestable(asked, test)
        ? `a une condition que les réponses à ${named(asked)} ne peuvent pas remplir : choisissez-la de nouveau.`
        : undefined;
    if (text) problems.push({ target: id, text: `${who} ${text}` });
  }
}

/** Two questions of the same page with the same words: nobody knows which one is answered. */
function sameLabels(content: Content): Problem[] {
  return content.sections.flatMap(({ questions }) =>
    [questions, ...questions.map((block) => block.questions ?? [])].flatMap((list) => {
      const label = twice(list.filter((question) => question.label.trim()));
      const second = list.findLast((question) => question.label === label);
      return second
        ? [
            {
              target: second.id,
              text: `Deux questions s’appellent ${named(second)} : nommez-les autrement.`,
            },
          ]
        : [];
    }),
  );
}

/** The questions that a condition of this section or question may look at: those asked before it, outside of blocks or in the same one. */
export function questionsBefore(content: Content, id: string): readonly Question[] {
  const before: Question[] = [];
  for (const section of content.sections) {
    if (section.id === id) return before;
    for (const question of section.questions) {
      if (question.id === id) return before;
      const inner = (question.questions ?? []).findIndex((one) => one.id === id);
      if (inner >= 0) return [...before, ...(question.questions ?? []).slice(0, inner)];
      before.push(question);
    }
  }
  return before;
}
