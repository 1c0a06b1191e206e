import { z } from "zod";
import type { Day } from "#platform/dates.ts";
import { clock, day, duration, needed, optionalDay, short, where } from "./input.fields.ts";
/** What an officer offers, each week or once. */
export const openingForm = (today: Day) =>
  z
    .object({
      rythme: z.enum(["semaine", "date"], "Dites si c’est chaque semaine ou un seul jour."),
      jour: z.coerce.number().int().min(1).max(7).optional().catch(undefined),
      semaines: z.coerce.number().int().min(1).max(4).catch(1),
      date: optionalDay(today),
      debut: clock("Donnez l’heure du début."),
      fin: clock("Donnez l’heure de la fin."),
      duree: duration(480),
      ...where,
      depuis: optionalDay(today),
      jusque: optionalDay(today),
      version: z.coerce.number().int().catch(0),
    })
    .superRefine((form, context) => {
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (form.rythme === "semaine" && !form.jour) wrong("jour", "Choisissez le jour de la semaine.");
      if (form.rythme === "date" && !form.date) wrong("date", "Donnez la date.");
      if (form.fin <= form.debut) wrong("fin", "La fin vient après le début.");
      if (form.depuis && form.jusque && form.jusque < form.depuis)
        wrong("jusque", "La dernière date vient après la première.");
      needed(form, context);
    });
export type OpeningForm = z.output<ReturnType<typeof openingForm>>;

export const absenceForm = (today: Day) =>
  z
    .object({
      du: day(today, "Donnez le premier jour de l’absence."),
      au: optionalDay(today),
      pourquoi: short(200, "Le motif"),
    })
    .refine((form) => form.au === null || form.au >= form.du, {
      path: ["au"],
      message: "Le dernier jour vient après le premier.",
    });

const count = (least: number, most: number, what: string) =>
  z.coerce
    .number(`${what} : écrivez un nombre.`)
    .int(`${what} : écrivez un nombre entier.`)
    .min(least, `${what} : ${least} au moins.`)
    .max(most, `${what} : ${most} au plus.`);

/** The page of appointments of an officer. */
export const hostForm = z.object({
  nom: z
    .string("Donnez votre nom.")
    .trim()
    .min(1, "Donnez votre nom.")
    .max(200, "Le nom tient en 200 caractères."),
  adresse: z
    .string("Donnez un mot pour l’adresse.")
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      "L’adresse est faite de lettres sans accent, de chiffres et de tirets : prenom-nom.",
    )
    .max(60, "L’adresse tient en 60 caractères.")
    .refine((word) => !["mien", "agenda"].includes(word), "Ce mot est réservé : prenez-en un autre."),
  presentation: short(2000, "La présentation"),
  themes: z.array(z.coerce.number().int().positive()).catch([]).default([]),
  ouverte: z.literal("oui").optional(),
  annoncee: z.literal("oui").optional(),
  preavis: count(0, 720, "Le préavis"),
  horizon: count(1, 366, "L’horizon"),
  pause: count(0, 240, "La pause"),
  version: z.coerce.number().int().catch(0),
});

export const calendarForm = z.object({
  adresse: z
    .string()
    .trim()
    .max(2000, "L’adresse tient en 2 000 caractères.")
    .refine(
      (typed) => typed === "" || /^(https?|webcals?):\/\/[^\s/]+\.[^\s]+$/i.test(typed),
      "Collez l’adresse iCalendar entière : elle commence par https:// ou webcal://.",
    )
    .default(""),
});
