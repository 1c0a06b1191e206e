import { z } from "zod";
import { addDays, type Day, readDay, readDuration } from "#platform/dates.ts";
import { address, flag, text } from "./input.ts";
import { readTime } from "./rules.times.ts";

type Context = { addIssue: (issue: { code: "custom"; message: string }) => void };

function refuse<Value>(context: Context, message: string, value: Value): Value {
  context.addIssue({ code: "custom", message });
  return value;
}

/** A day as typed on `today`: events may be announced up to three years ahead. */
export function dayOf(typed: string, today: Day, context: Context): Day {
  const day = readDay(typed, today);
  if (!day)
    return refuse(
      context,
      `« ${typed.trim()} » n’est pas une date : écrivez 6/1/21 ou 6 janvier 2021.`,
      today,
    );
  if (day < "1950-01-01" || day > addDays(today, 3 * 366))
    return refuse(context, "Cette date est trop loin : vérifiez l’année.", day);
  return day;
}

const time = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (!typed.trim()) return null;
    return (
      readTime(typed) ?? refuse(context, `« ${typed.trim()} » n’est pas une heure : écrivez 9h30.`, null)
    );
  });

/** The fields of one date of an event. `duree` empty: counted from the hours. */
export const sessionFields = (today: Day) =>
  z.object({
    debut: z.string().default(""),
    fin: z
      .string()
      .default("")
      .transform((typed, context) => (typed.trim() ? dayOf(typed, today, context) : null)),
    heure_debut: time,
    heure_fin: time,
    duree: z
      .string()
      .default("")
      .transform((typed, context) => {
        if (!typed.trim()) return null;
        const minutes = readDuration(typed);
        if (minutes === undefined)
          return refuse(
            context,
            `« ${typed.trim()} » n’est pas une durée : écrivez 3,5 ou 3h30 ou 210 min.`,
            null,
          );
        if (/^\s*\d+\s*$/.test(typed) && minutes > 100 * 60)
          return refuse(
            context,
            `« ${typed.trim()} », est-ce des heures ou des minutes ? Ajoutez h ou min.`,
            null,
          );
        return minutes > 60_000 ? refuse(context, "Une date dure au plus 1 000 heures.", null) : minutes;
      }),
    participants: z
      .string()
      .trim()
      .regex(/^\d{0,5}$/, "Donnez le nombre de personnes en chiffres, rien si la date est à venir.")
      .default("")
      .transform(Number),
    enligne: flag,
    lieu: text("Le lieu", 200),
    adresse: text("L’adresse", 500),
    lien: address("Le lien de connexion"),
    titre_date: text("Le titre de cette date", 300),
  });
export type SessionFields = z.output<ReturnType<typeof sessionFields>>;

/** What one date must hold together; `training`: the report counts its hours. */
export function checkSession(form: SessionFields, startsOn: Day, training: boolean): Record<string, string> {
  const errors: Record<string, string> = {};
  if (form.fin && form.fin < startsOn) errors["fin"] = "Le dernier jour vient après le premier.";
  if (form.heure_fin && !form.heure_debut)
    errors["heure_debut"] = "Dites aussi à quelle heure cela commence.";
  if (form.heure_debut && form.heure_fin && form.heure_fin < form.heure_debut)
    errors["heure_fin"] = "Cela finit avant de commencer : vérifiez les deux heures.";
  if (training && form.duree === null && !(form.heure_debut && form.heure_fin))
    errors["duree"] =
      "Donnez les heures de début et de fin, ou la durée : le bilan compte les heures de formation.";
  if (!form.enligne && !form.lieu) errors["lieu"] = "Dites où cela se tient, ou cochez « En ligne ».";
  return errors;
}
