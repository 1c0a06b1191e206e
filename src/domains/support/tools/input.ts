import { z } from "zod";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type Answers, noteOf, type ToolCode, type ToolContent, toolCodes } from "./rules.ts";

const longestAnswer = 4000;
/** Beside the questions of its content, what the chessboard is told: where, with which countries, on what. */
const chessboardFields = ["departement", "pays", "domaines"] as const;

/** What was answered, of what is asked: the rest of the form is left. A text that is too long is said. */
export function readAnswers(
  tool: ToolCode,
  content: ToolContent,
  typed: Typed,
): { answers: Answers; errors: Errors } {
  const names = [
    ...content.sections.flatMap(({ id, questions }) => [
      noteOf(id),
      ...questions.map((question) => question.id),
    ]),
    ...(tool === "chessboard" ? chessboardFields : []),
  ];
  const kept =
    tool === "chessboard"
      ? Object.keys(typed)
          .filter((name) => /^(garde|mot)\.\d{1,12}$/.test(name))
          .slice(0, 200)
      : [];
  const answers: Record<string, string> = {};
  const errors: Errors = {};
  for (const name of [...names, ...kept]) {
    const given = typed[name];
    const text = (Array.isArray(given) ? given.join(" ") : (given ?? "")).trim();
    if (text.length > longestAnswer) errors[name] = `Cette réponse tient en ${longestAnswer} caractères.`;
    if (text) answers[name] = text.slice(0, longestAnswer);
  }
  return { answers, errors };
}

export const titleForm = z.object({
  intitule: z
    .string("Donnez un intitulé.")
    .trim()
    .min(1, "Donnez un intitulé : le nom du projet, par exemple.")
    .max(200, "L’intitulé tient en 200 caractères."),
  version: z.coerce.number().int().catch(0),
});

export const beginForm = z.object({
  outil: z.enum(toolCodes, "Choisissez un outil."),
  intitule: titleForm.shape.intitule,
  organisation: z.string().trim().max(300, "Le nom d’une organisation tient en 300 caractères.").default(""),
  fiche: z.coerce.number().int().positive().optional().catch(undefined),
  accompagnement: z.coerce.number().int().positive().optional().catch(undefined),
});

export const pageSize = 50;
export const sheetQuestion = z.object({
  q: z.string().trim().max(200).optional(),
  outil: z.enum(toolCodes).optional(),
  organisation: z.coerce.number().int().positive().optional(),
  accompagnement: z.coerce.number().int().positive().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
