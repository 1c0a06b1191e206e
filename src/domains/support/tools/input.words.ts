import type { Errors, Typed } from "#platform/web/form.ts";
import { type ToolContent, type ToolQuestion, type ToolSection, type Weights, weightNames } from "./rules.ts";

const most = { sections: 20, questions: 30, text: 2000, title: 300 };
const text = (typed: Typed, name: string) => {
  const given = typed[name];
  return (Array.isArray(given) ? (given[0] ?? "") : (given ?? "")).trim();
};

/** The names of the fields of a section and of a question in the form of a tool's words. */
export const sectionField = (section: string, what: "titre" | "aide") => `s.${section}.${what}`;
export const questionField = (section: string, question: string, what: "libelle" | "aide" | "odd") =>
  `q.${section}.${question}.${what}`;
export const weightField = (name: keyof Weights) => `poids.${name}`;
/** The mark of what is not there yet: the empty lines of the form. */
export const fresh = "nouveau";

/**
 * The words of a tool as typed. A question or a section whose words are taken away goes; what is typed in the empty lines is
 * added. `before` gives the marks, so that what was answered keeps its question.
 */
export function readWords(before: ToolContent, typed: Typed): { content: ToolContent; errors: Errors } {
  const errors: Errors = {};
  const short = (name: string, longest: number) => {
    const value = text(typed, name);
    if (value.length > longest) errors[name] = `Ce texte tient en ${longest} caractères.`;
    return value.slice(0, longest);
  };
  const questionOf = (section: string, id: string, known: string): ToolQuestion | undefined => {
    const label = short(questionField(section, known, "libelle"), most.title);
    if (!label) return undefined;
    const field = questionField(section, known, "odd");
    const typedGoals = text(typed, field);
    const goals = typedGoals
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number);
    if (goals.some((goal) => !Number.isInteger(goal) || goal < 1 || goal > 17))
      errors[field] = "Les ODD vont de 1 à 17 : écrivez par exemple 6, 13.";
    return {
      id,
      label,
      help: short(questionField(section, known, "aide"), most.text),
      ...(goals.length > 0 ? { goals } : {}),
    };
  };
  const marks = before.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  const sections = [...before.sections, { id: fresh, title: "", help: "", questions: [] }].flatMap(
    (section): ToolSection[] => {
      const title = short(sectionField(section.id, "titre"), most.title);
      if (!title) return [];
      const id =
        section.id === fresh
          ? freshId(
              "partie",
              before.sections.map((one) => one.id),
            )
          : section.id;
      const added = questionOf(section.id, freshId(id, marks), fresh);
      const questions = section.questions.flatMap(({ id }) => questionOf(section.id, id, id) ?? []);
      const help = short(sectionField(section.id, "aide"), most.text);
      return [{ id, title, help, questions: added ? [...questions, added] : questions }];
    },
  );
  if (sections.length === 0) errors[""] = "Un outil a au moins une partie : donnez-lui un titre.";
  if (sections.some(({ questions }) => questions.length > most.questions) || sections.length > most.sections)
    errors[""] = `Un outil tient en ${most.sections} parties de ${most.questions} questions au plus.`;
  const title = short("titre", 100);
  if (!title) errors["titre"] = "Donnez un nom à l’outil.";
  const content = {
    ...before,
    title,
    lead: short("chapo", most.text),
    closing: short("fin", most.text),
    sections,
  };
  return {
    content: before.weights ? { ...content, weights: weightsOf(typed, before.weights, errors) } : content,
    errors,
  };
}

function weightsOf(typed: Typed, before: Weights, errors: Errors): Weights {
  const weights = { ...before };
  for (const name of weightNames) {
    const field = weightField(name);
    const points = Number(text(typed, field) || Number.NaN);
    if (Number.isInteger(points) && points >= 0 && points <= 100) weights[name] = points;
    else errors[field] = "Écrivez un nombre de points, de 0 à 100.";
  }
  return weights;
}

function freshId(stem: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`${stem}-n${number}`)) return `${stem}-n${number}`;
}
