import { z } from "zod";
import { addDays, type Day, readDay, readDuration } from "#platform/dates.ts";

const trainingFields = {
  intitule: z
    .string("Donnez l’intitulé de la formation.")
    .trim()
    .min(1, "Donnez l’intitulé de la formation.")
    .max(300, "L’intitulé tient en 300 caractères : le reste va dans la présentation."),
  description: z.string().trim().max(20_000, "La présentation tient en 20 000 caractères.").default(""),
  interne: z.literal("oui").optional(),
};

/** What is said of a training, apart from its sessions. */
export const trainingForm = z.object(trainingFields).transform(({ intitule, description, interne }) => ({
  title: intitule,
  description,
  visibility: interne ? ("internal" as const) : ("listed" as const),
}));

/** The form of a session, as typed on `today`: sessions may be planned up to three years ahead. */
export function sessionForm(today: Day) {
  return z
    .object({
      debut: z.string("Donnez le premier jour.").transform((typed, context) => {
        if (!typed.trim()) return refuse(context, "Donnez le premier jour.", today);
        return dayOf(typed, today, context);
      }),
      fin: z
        .string()
        .default("")
        .transform((typed, context) => (typed.trim() ? dayOf(typed, today, context) : null)),
      duree: z.string("Donnez la durée.").transform((typed, context) => {
        const minutes = readDuration(typed);
        if (!typed.trim()) return refuse(context, "Donnez la durée : 3,5 ou 3h30 ou 210 min.", 0);
        if (minutes === undefined)
          return refuse(context, `« ${typed} » n’est pas une durée : écrivez 3,5 ou 3h30 ou 210 min.`, 0);
        if (/^\s*\d+\s*$/.test(typed) && minutes > 100 * 60)
          return refuse(
            context,
            `« ${typed.trim()} », est-ce des heures ou des minutes ? Ajoutez h ou min.`,
            0,
          );
        return minutes > 60_000 ? refuse(context, "Une session dure au plus 1 000 heures.", 0) : minutes;
      }),
      participants: z
        .string()
        .trim()
        .regex(/^\d{0,5}$/, "Donnez le nombre de personnes formées en chiffres, 0 si la session est à venir.")
        .default("")
        .transform(Number),
      enligne: z.literal("oui").optional(),
      lieu: z.string().trim().max(200, "Le lieu tient en 200 caractères.").default(""),
    })
    .superRefine((form, context) => {
      if (form.fin && form.fin < form.debut)
        context.addIssue({
          code: "custom",
          path: ["fin"],
          message: "Le dernier jour vient après le premier.",
        });
      if (!form.enligne && !form.lieu)
        context.addIssue({
          code: "custom",
          path: ["lieu"],
          message: "Dites où la session se tient, ou cochez « En ligne ».",
        });
    });
}
export type SessionForm = z.output<ReturnType<typeof sessionForm>>;

type Context = { addIssue: (issue: { code: "custom"; message: string }) => void };

function refuse<Value>(context: Context, message: string, value: Value): Value {
  context.addIssue({ code: "custom", message });
  return value;
}

function dayOf(typed: string, today: Day, context: Context): Day {
  const day = readDay(typed, today);
  if (!day)
    return refuse(context, `« ${typed} » n’est pas une date : écrivez 6/1/21 ou 6 janvier 2021.`, today);
  if (day < "1950-01-01" || day > addDays(today, 3 * 366))
    return refuse(context, "Cette date est trop loin : vérifiez l’année.", day);
  return day;
}
