import { z } from "zod";
import { addDays, type Day } from "#platform/dates.ts";
import { accountAmong, dayOrNone, line, needed, oneAmong, partedNames, someDay } from "../input.ts";
import { stayOutcomes } from "./rules.ts";

export const pageSize = 50;
export const listQuestion = z.object({
  etat: z.literal("supprimees").optional(),
  q: z.string().trim().max(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const version = z.coerce.number().int().catch(0);

const year = (ask: string) =>
  z
    .string(ask)
    .trim()
    .transform((typed, context) => {
      const number = Number(typed);
      if (/^\d{4}$/.test(typed) && number >= 1990 && number <= 2100) return number;
      context.addIssue({
        code: "custom",
        message: typed ? `« ${typed} » n’est pas une année : écrivez par exemple 2026.` : ask,
      });
      return 0;
    });

/** A cohort, as its form says it. */
export const cohortForm = (choices: { schemes: readonly number[]; staff: readonly string[] }) =>
  z
    .object({
      nom: needed("Donnez un nom à la cohorte.", 200),
      dispositif: oneAmong(choices.schemes),
      de: year("Donnez l’année où elle commence."),
      a: year("Donnez l’année où elle finit."),
      referent: accountAmong(choices.staff),
      objet: line("Le texte", 10_000),
      version,
    })
    .refine(({ de, a }) => a >= de, {
      path: ["a"],
      message: "Elle finirait avant d’avoir commencé : vérifiez les deux années.",
    })
    .refine(({ de, a }) => a - de <= 20, {
      path: ["a"],
      message: "Une cohorte dure vingt ans au plus : vérifiez les années.",
    });
export type CohortForm = z.output<ReturnType<typeof cohortForm>>;

const past = (today: Day, message: string) =>
  dayOrNone(today)
    .transform((day) => day ?? today)
    .refine((day) => day <= today, message);

export const closingForm = (today: Day) =>
  z.object({
    cloture: past(today, "Une cohorte se clôt aujourd’hui ou un jour passé."),
    mots: line("Le bilan", 5000),
    version,
  });

export const enterForm = (today: Day) =>
  z.object({
    organisations: z
      .string()
      .default("")
      .transform(partedNames)
      .refine((names) => names.length > 0, "Donnez au moins une organisation.")
      .refine((names) => names.length <= 50, "Cinquante organisations au plus à la fois.")
      .refine((names) => names.every((name) => name.length <= 300), "Un nom tient en 300 caractères."),
    entree: someDay(today).refine(
      (day) => day <= addDays(today, 366),
      "L’entrée est prévue dans plus d’un an : vérifiez la date.",
    ),
  });

export const entryForm = (today: Day) => z.object({ entree: enterForm(today).shape.entree, version });

export const leavingForm = (today: Day) =>
  z
    .object({
      issue: z.enum(stayOutcomes, "Dites si elle va jusqu’au bout ou si elle part avant."),
      sortie: past(today, "Une sortie se note le jour même ou après."),
      motif: line("Le motif", 2000),
      version,
    })
    .refine(({ issue, motif }) => issue === "finished" || motif !== "", {
      path: ["motif"],
      message: "Dites pourquoi elle part, en quelques mots.",
    });

export const courseForm = z.object({
  accompagnement: z.coerce.number().int().positive().nullable().catch(null),
});

export const pointForm = (today: Day) =>
  z.object({ point: past(today, "Un point se fait aujourd’hui, ou s’est fait un jour passé.") });

export const programmeQuestion = z.object({
  q: z.string().trim().max(200).optional(),
});
