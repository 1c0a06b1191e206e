import { z } from "zod";
import type { Day } from "#platform/dates.ts";
import {
  accountAmong,
  accountsAmong,
  chosenAmong,
  dayOrNone,
  line,
  needed,
  oneAmong,
  partedNames,
} from "../input.ts";
import { openStages, outcomes, stages } from "../rules.ts";
import type { Choices } from "./choices.ts";

/** What can be chosen, as the form checks it. */
export function courseForm(today: Day, choices: Choices) {
  const ids = (list: string) => choices.terms.filter((term) => term.list_id === list).map(({ id }) => id);
  const staff = choices.staff.map(({ value }) => value);
  return z
    .object({
      sujet: needed("Donnez le sujet, en quelques mots.", 300),
      organisations: z
        .string()
        .default("")
        .transform(partedNames)
        .refine((names) => names.length > 0, "Donnez au moins une organisation.")
        .refine((names) => names.length <= 30, "Trente organisations au plus pour un accompagnement.")
        .refine((names) => names.every((name) => name.length <= 300), "Un nom tient en 300 caractères."),
      referent: accountAmong(staff),
      equipe: accountsAmong(staff),
      debut: dayOrNone(today),
      themes: chosenAmong(ids("support_themes")),
      pays: line("Les pays", 2000),
      lieu: line("La commune", 200),
      pole: oneAmong(ids("poles")),
      axe: oneAmong(ids("strategic_axes")),
      dispositif: oneAmong(ids("schemes")),
      description: line("Le texte", 20_000),
      suite: line("La prochaine étape", 500),
      suite_le: dayOrNone(today),
      projet: z
        .string()
        .default("")
        .transform((chosen) => (/^\d{1,12}$/.test(chosen) ? Number(chosen) : null)),
      dossier: line("Le dossier", 300),
      etape: z.enum(openStages).catch("diagnosis"),
      version: z.coerce.number().int().catch(0),
    })
    .refine((form) => form.suite !== "" || form.suite_le === null, {
      path: ["suite"],
      message: "Dites quelle est la prochaine étape, ou ôtez sa date.",
    });
}
export type CourseForm = z.output<ReturnType<typeof courseForm>>;

/** A move of the board: from the stage that was seen, to another that is still open. */
export const stageForm = z.object({ de: z.enum(stages), vers: z.enum(openStages), retour: line("", 300) });

export const closingForm = (today: Day) =>
  z.object({
    issue: z.enum(outcomes, "Dites comment il se termine."),
    mots: line("Le bilan", 5000),
    le: dayOrNone(today).transform((day) => day ?? today),
    version: z.coerce.number().int().catch(0),
  });
export type ClosingForm = z.output<ReturnType<typeof closingForm>>;

export const nextStepForm = (today: Day) =>
  z
    .object({
      suite: line("La prochaine étape", 500),
      suite_le: dayOrNone(today),
      version: z.coerce.number().int().catch(0),
    })
    .refine((form) => form.suite !== "" || form.suite_le === null, {
      path: ["suite"],
      message: "Dites quelle est la prochaine étape, ou ôtez sa date.",
    });
