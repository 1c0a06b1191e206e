import { z } from "zod";
import { addDays, type Day, readDay, readDuration } from "#platform/dates.ts";
import type { MeetingChoices } from "./queries.ts";
import { partedNames } from "./rules.ts";

const longestSubject = 300;
const longestPlace = 200;

type Offered = Pick<MeetingChoices, "type" | "pole" | "axe" | "mission" | "dispositif" | "team">;

/** A choice of a list that may be left empty. */
const heading = (offered: readonly { id: number }[], message: string) =>
  z
    .string()
    .default("")
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((id) => id === null || offered.some((one) => one.id === id), message);

/**
 * The form of a meeting, as typed on `today`; `choices` are those of the vocabularies. A bare number of hours above a day is
 * asked again: `90` was more likely minutes.
 */
export function meetingForm(today: Day, choices: Offered) {
  const typeIds = choices.type.map(({ id }) => id);
  return z
    .object({
      sujet: z
        .string("Donnez le sujet de la réunion.")
        .trim()
        .min(1, "Donnez le sujet de la réunion.")
        .max(longestSubject, `Le sujet tient en ${longestSubject} caractères : le reste va dans les notes.`),
      type: z.coerce
        .number("Choisissez un type de réunion.")
        .refine((id) => typeIds.includes(id), "Choisissez un type de réunion."),
      date: z.string("Donnez la date.").transform((typed, context) => {
        const day = readDay(typed, today);
        const wrong = day
          ? wrongDay(day, today)
          : `« ${typed} » n’est pas une date : écrivez 6/1/21, hier, lundi…`;
        if (wrong) context.addIssue({ code: "custom", message: typed.trim() ? wrong : "Donnez la date." });
        return day ?? today;
      }),
      duree: z.string("Donnez la durée.").transform((typed, context) => {
        const minutes = readDuration(typed);
        const wrong = wrongDuration(typed.trim(), minutes);
        if (wrong) context.addIssue({ code: "custom", message: wrong });
        return minutes ?? 0;
      }),
      participants: z
        .string("Donnez le nombre de participants, 0 s’il n’y en avait pas.")
        .trim()
        .regex(/^\d{1,5}$/, "Donnez le nombre de participants en chiffres, 0 s’il n’y en avait pas.")
        .transform(Number),
      enligne: z.literal("oui", "Cochez cette case, ou laissez-la vide.").optional(),
      lieux: z
        .string()
        .default("")
        .transform(partedNames)
        .refine(
          (places) => places.every((place) => place.length <= longestPlace),
          `Un lieu tient en ${longestPlace} caractères : mettez un lieu par ligne.`,
        )
        .refine((places) => places.length <= 20, "Vingt lieux au plus pour une réunion."),
      organisations: z
        .string()
        .default("")
        .transform(partedNames)
        .refine(
          (names) => names.every((name) => name.length <= 300),
          "Un nom d’organisation tient en 300 caractères : mettez une organisation par ligne.",
        )
        .refine((names) => names.length <= 100, "Cent organisations au plus pour une réunion."),
      notes: z.string().trim().max(20_000, "Les notes tiennent en 20 000 caractères.").default(""),
      personnes: z
        .string()
        .default("")
        .transform(partedNames)
        .refine(
          (names) => names.every((name) => name.length <= 200),
          "Un nom de personne tient en 200 caractères : mettez une personne par ligne.",
        )
        .refine((names) => names.length <= 200, "Deux cents personnes au plus pour une réunion."),
      equipe: z
        .preprocess((given) => [given ?? []].flat(), z.array(z.string()))
        .transform((ids) => ids.filter((id) => choices.team.some((one) => one.id === id))),
      pole: heading(choices.pole, "Choisissez un pôle de la liste, ou aucun."),
      axe: heading(choices.axe, "Choisissez un axe de la liste, ou aucun."),
      mission: heading(choices.mission, "Choisissez une mission de la liste, ou aucune."),
      dispositif: heading(choices.dispositif, "Choisissez un dispositif de la liste, ou aucun."),
      version: z.coerce.number().int().optional(),
    })
    .refine((form) => form.enligne || form.lieux.length > 0, {
      path: ["lieux"],
      message: "Dites où la réunion s’est tenue, ou cochez « En ligne ».",
    });
}
export type MeetingForm = z.output<ReturnType<typeof meetingForm>>;

function wrongDay(day: Day, today: Day): string | undefined {
  if (day < "1950-01-01") return "Cette date est trop ancienne : vérifiez l’année.";
  return day > addDays(today, 366) ? "Cette date est dans plus d’un an : vérifiez l’année." : undefined;
}

function wrongDuration(typed: string, minutes: number | undefined): string | undefined {
  if (!typed) return "Donnez la durée : 1,5 ou 1h30 ou 90 min.";
  if (minutes === undefined) return `« ${typed} » n’est pas une durée : écrivez 1,5 ou 1h30 ou 90 min.`;
  if (/^\d+$/.test(typed) && minutes > 24 * 60)
    return `« ${typed} », est-ce des heures ou des minutes ? Écrivez ${typed} h ou ${typed} min.`;
  return minutes > 20_000 ? "Une réunion dure au plus 333 heures : vérifiez la durée." : undefined;
}
