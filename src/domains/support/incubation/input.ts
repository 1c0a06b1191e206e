import { z } from "zod";
import { addDays, type Day } from "#platform/dates.ts";
import { readAmount } from "#platform/money.ts";
import { accountAmong, dayOrNone, line, needed, oneAmong, partedNames, someDay } from "../input.ts";
import { lineKinds, stayOutcomes } from "./rules.ts";

export const pageSize = 50;
export const listQuestion = z.object({
  etat: z.literal("supprimees").optional(),
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

export const programmeQuestion = z.object({
  q: z.string().trim().max(200).optional(),
});
