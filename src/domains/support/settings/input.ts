import { z } from "zod";
import { accountAmong, chosenAmong, line, oneAmong } from "../input.ts";

const whole = (label: string, least: number, most: number) =>
  z
    .string(`Donnez ${label}, en chiffres.`)
    .trim()
    .regex(/^\d{1,3}$/, `Donnez ${label}, en chiffres.`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `Entre ${least} et ${most}.`);

export interface RuleChoices {
  themes: readonly { value: string; label: string }[];
  poles: readonly { value: string; label: string }[];
  staff: readonly { value: string; label: string }[];
  departments: readonly { value: string; label: string }[];
}

const ids = (options: readonly { value: string }[]) => options.map(({ value }) => Number(value));
const accounts = (options: readonly { value: string }[]) => options.map(({ value }) => value);

export const settingsForm = (choices: RuleChoices) =>
  z.object({
    offre: line("Le texte", 10_000),
    delai: whole("le délai de réponse", 1, 90),
    pole: oneAmong(ids(choices.poles)),
    referent: accountAmong(accounts(choices.staff)),
    notes: whole("la durée en mois", 1, 120),
    silence: whole("le nombre de semaines", 1, 52),
    questions: z.literal("oui").optional(),
    version: z.coerce.number().int().catch(0),
  });
export type SettingsForm = z.output<ReturnType<typeof settingsForm>>;

export const ruleForm = (choices: RuleChoices) => {
  const codes = accounts(choices.departments);
  return z
    .object({
      themes: chosenAmong(ids(choices.themes)),
      departements: z
        .union([z.array(z.string()), z.string()])
        .default([])
        .transform((given) =>
          codes.filter((code) => (Array.isArray(given) ? given : [given]).includes(code)),
        ),
      pole_de: oneAmong(ids(choices.poles)),
      referent_de: accountAmong(accounts(choices.staff)),
    })
    .refine((rule) => rule.themes.length > 0 || rule.departements.length > 0, {
      path: ["themes"],
      message: "Choisissez au moins un thème ou un département.",
    })
    .refine((rule) => rule.pole_de !== null || rule.referent_de !== null, {
      path: ["referent_de"],
      message: "Dites qui répond : une personne, un pôle, ou les deux.",
    });
};
export type RuleForm = z.output<ReturnType<typeof ruleForm>>;
