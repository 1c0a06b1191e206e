import { z } from "zod";
import { replacedWords, unknownWords } from "./rules.words.ts";

const known = Object.keys(replacedWords)
  .map((word) => `{${word}}`)
  .join(", ");

const worded = (missing: string, longest: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(longest, `Ce texte tient en ${longest} caractères.`)
    .superRefine((text, context) => {
      const [unknown] = unknownWords(text);
      if (unknown)
        context.addIssue({
          code: "custom",
          message: `${unknown} ne serait remplacé par rien. Les mots remplacés sont : ${known}.`,
        });
    });

/** The form of a letter; its day stands between those of its neighbours: `after` the one before, `before` the next. */
export const letterForm = ({ after, before }: { after: number | undefined; before: number | undefined }) =>
  z.object({
    objet: worded("Donnez un objet à la lettre.", 200),
    texte: worded("Écrivez le texte de la lettre.", 5000),
    jours:
      after === undefined
        ? z.unknown().transform(() => 0)
        : z.coerce
            .number("Écrivez un nombre de jours : 10.")
            .int("Écrivez un nombre de jours : 10.")
            .min(after + 1, `Cette relance part après la précédente : plus de ${after} jours.`)
            .max(
              (before ?? 366) - 1,
              before === undefined
                ? "Une relance part dans l’année : 365 jours au plus."
                : `Cette relance part avant la suivante : moins de ${before} jours.`,
            ),
    version: z.coerce.number().int().catch(0),
  });
