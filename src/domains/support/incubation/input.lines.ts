import { z } from "zod";
import type { Day } from "#platform/dates.ts";
import { readAmount } from "#platform/money.ts";
import { dayOrNone, line, needed } from "../input.ts";
import { lineKinds } from "./rules.ts";

const version = z.coerce.number().int().catch(0);

export const milestoneForm = (today: Day) =>
  z
    .object({
      titre: needed("Dites le jalon, en une phrase.", 300),
      echeance: dayOrNone(today),
      mois: z
        .string()
        .trim()
        .default("")
        .transform((typed, context) => {
          if (!typed) return null;
          if (/^\d{1,3}$/.test(typed) && Number(typed) <= 240) return Number(typed);
          context.addIssue({
            code: "custom",
            message: `« ${typed} » n’est pas un nombre de mois : écrivez un nombre de 0 à 240.`,
          });
          return null;
        }),
      version,
    })
    .refine(({ echeance, mois }) => (echeance === null) !== (mois === null), {
      path: ["echeance"],
      message: "Donnez une date, ou un nombre de mois après l’entrée : l’un des deux.",
    });
export type MilestoneForm = z.output<ReturnType<typeof milestoneForm>>;

export const markForm = (today: Day) =>
  z.object({
    atteint: dayOrNone(today).refine(
      (day) => day === null || day <= today,
      "Un jalon s’atteint aujourd’hui ou un jour passé.",
    ),
    note: line("La note", 2000),
    version,
  });

/** Days are given so by the page itself, never typed. */
export const reachedQuestion = (today: Day) =>
  z.object({
    le: z.iso
      .date()
      .refine((day) => day <= today)
      .optional(),
  });

const amount = (name: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const cents = typed.trim() ? readAmount(typed) : 0;
      if (cents !== undefined) return cents;
      context.addIssue({
        code: "custom",
        message: `${name} : « ${typed.trim()} » n’est pas un montant. Écrivez 1 500 ou 1 259,50 €, sans signe moins.`,
      });
      return 0;
    });

export const lineForm = z
  .object({
    genre: z.enum(lineKinds, "Dites si c’est une dépense ou une recette."),
    intitule: needed("Dites à quoi va l’argent, ou d’où il vient.", 300),
    prevu: amount("Prévu"),
    realise: amount("Réalisé"),
    financeur: line("Le financeur", 300),
    version,
  })
  .refine(({ genre, financeur }) => genre === "income" || financeur === "", {
    path: ["financeur"],
    message: "Un financeur va avec une recette : changez le genre de la ligne, ou ôtez le financeur.",
  })
  .refine(({ prevu, realise }) => prevu > 0 || realise > 0, {
    path: ["prevu"],
    message: "Donnez un montant, prévu ou réalisé.",
  });
export type LineForm = z.output<typeof lineForm>;
