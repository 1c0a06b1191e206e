import { z } from "zod";
import { readEmail, readPhone } from "#platform/addresses.ts";
import { type Day, readDay, readDuration } from "#platform/dates.ts";
import { readClock } from "./rules.slots.ts";
import { modes } from "./texts.ts";

/** A slot in an address: the opening and the minute since 1970: `12-29540220`. */
export const slotWord = ({ openingId, startsAt }: { openingId: number; startsAt: Date }) =>
  `${openingId}-${startsAt.getTime() / 60_000}`;

export function readSlot(word: string): { openingId: number; startsAt: Date } | undefined {
  const [, opening, minutes] = /^(\d{1,12})-(\d{7,9})$/.exec(word) ?? [];
  return opening ? { openingId: Number(opening), startsAt: new Date(Number(minutes) * 60_000) } : undefined;
}

const short = (most: number, what: string) =>
  z.string().trim().max(most, `${what} tient en ${most} caractères.`).default("");

const email = z.string("Donnez votre adresse électronique.").transform((typed, context) => {
  const read = readEmail(typed);
  if (!read)
    context.addIssue({
      code: "custom",
      message: typed.trim()
        ? `« ${typed.trim()} » n’est pas une adresse électronique : il manque peut-être le @ ou ce qui suit le point.`
        : "Donnez votre adresse électronique : la confirmation y part.",
    });
  return read ?? "";
});

const optionalEmail = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = typed.trim() ? readEmail(typed) : "";
    if (read === undefined)
      context.addIssue({
        code: "custom",
        message: `« ${typed.trim()} » n’est pas une adresse électronique.`,
      });
    return read ?? "";
  });

const phone = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = typed.trim() ? readPhone(typed) : "";
    if (read === undefined)
      context.addIssue({
        code: "custom",
        message: `« ${typed.trim()} » n’est pas un numéro de téléphone : écrivez 03 20 00 00 00, ou +223… pour l’étranger.`,
      });
    return read ?? "";
  });

const subject = z
  .string("Dites en quelques mots de quoi vous voulez parler.")
  .trim()
  .min(1, "Dites en quelques mots de quoi vous voulez parler.")
  .max(300, "Le sujet tient en 300 caractères : le reste va dans le message.");

const theme = z.coerce.number().int().positive().optional().catch(undefined);

/** The form by which someone books. */
export const bookingForm = z.object({
  creneau: z.string("Choisissez un créneau.").min(1, "Choisissez un créneau."),
  nom: z
    .string("Donnez votre nom.")
    .trim()
    .min(1, "Donnez votre nom.")
    .max(200, "Le nom tient en 200 caractères."),
  courriel: email,
  telephone: phone,
  organisation: short(300, "Le nom de l’organisation"),
  theme,
  sujet: subject,
  message: short(5000, "Le message"),
});

export const moveForm = z.object({
  creneau: z.string("Choisissez un créneau.").min(1, "Choisissez un créneau."),
});
export const cancellationForm = z.object({ motif: short(2000, "Le motif") });
export const notesForm = z.object({
  notes: z.string().trim().max(20_000, "Les notes tiennent en 20 000 caractères.").default(""),
  version: z.coerce.number().int().catch(0),
});

const day = (today: Day, missing: string) =>
  z.string(missing).transform((typed, context) => {
    const read = readDay(typed, today);
    if (!read)
      context.addIssue({
        code: "custom",
        message: typed.trim()
          ? `« ${typed.trim()} » n’est pas une date : écrivez 6/1/2026 ou demain.`
          : missing,
      });
    return read ?? today;
  });

const optionalDay = (today: Day) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!typed.trim()) return null;
      const read = readDay(typed, today);
      if (!read)
        context.addIssue({
          code: "custom",
          message: `« ${typed.trim()} » n’est pas une date : écrivez 6/1/2026.`,
        });
      return read ?? null;
    });

const clock = (missing: string) =>
  z.string(missing).transform((typed, context) => {
    const read = readClock(typed);
    if (!read)
      context.addIssue({
        code: "custom",
        message: typed.trim() ? `« ${typed.trim()} » n’est pas une heure : écrivez 9h ou 9h30.` : missing,
      });
    return read ?? "00:00";
  });

const duration = (most: number) =>
  z.string("Donnez la durée.").transform((typed, context) => {
    const bare = /^\s*\d+\s*$/.test(typed) && Number(typed) > 8; // `45` is minutes here
    const minutes = bare ? Number(typed) : readDuration(typed);
    if (minutes === undefined || minutes < 5 || minutes > most)
      context.addIssue({
        code: "custom",
        message: `Écrivez une durée de 5 minutes à ${most / 60} heures : 45 min, 1h.`,
      });
    return minutes ?? 5;
  });

const where = {
  mode: z.enum(modes, "Dites comment vous vous verrez."),
  bureau: z.coerce.number().int().positive().optional().catch(undefined),
  lieu: short(300, "Le lieu"),
  visio: z
    .string()
    .trim()
    .max(1000, "Le lien tient en 1 000 caractères.")
    .refine(
      (typed) => typed === "" || /^https?:\/\/\S+$/.test(typed),
      "Un lien de visioconférence commence par https://.",
    )
    .default(""),
};

const needed = (
  form: { mode: string; bureau?: number | undefined; lieu: string },
  context: z.RefinementCtx,
) => {
  if (form.mode === "office" && !form.bureau)
    context.addIssue({ code: "custom", path: ["bureau"], message: "Choisissez le bureau." });
  if (form.mode === "elsewhere" && !form.lieu)
    context.addIssue({ code: "custom", path: ["lieu"], message: "Dites où : le nom du lieu et la commune." });
};

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

/** An appointment added or moved by the team. */
export const placeForm = (today: Day) =>
  z
    .object({
      date: day(today, "Donnez la date."),
      heure: clock("Donnez l’heure."),
      duree: duration(480),
      ...where,
      version: z.coerce.number().int().catch(0),
    })
    .superRefine(needed);
export type PlaceForm = z.output<ReturnType<typeof placeForm>>;

export const staffForm = (today: Day) =>
  z
    .object({
      avec: z.coerce.number("Choisissez qui reçoit.").int().positive("Choisissez qui reçoit."),
      date: day(today, "Donnez la date."),
      heure: clock("Donnez l’heure."),
      duree: duration(480),
      ...where,
      nom: short(200, "Le nom"),
      courriel: optionalEmail,
      telephone: phone,
      organisation: short(300, "Le nom de l’organisation"),
      theme,
      sujet: subject,
      message: short(5000, "Le message"),
      ecrire: z.literal("oui").optional(),
    })
    .superRefine(needed);

export const weekQuestion = z.object({
  semaine: z.iso.date().optional(),
  de: z.union([z.literal("tous"), z.coerce.number().int().positive()]).optional(),
});
export const pageSize = 50;
export const listQuestion = z.object({
  q: z.string().trim().max(200).optional(),
  organisation: z.coerce.number().int().positive().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const slotsQuestion = z.object({ apres: z.iso.date().optional() });
