import { z } from "zod";
import { type Day, readDay } from "#platform/dates.ts";
import { readAmount } from "#platform/money.ts";
import { registrations } from "./entry.ts";
import { readTime } from "./rules.times.ts";

/** Text of `longest` characters at most; nothing is nothing. */
export const text = (label: string, longest: number) =>
  z.string().trim().max(longest, `${label} : ${longest} caractères au plus.`).default("");

export const flag = z
  .string()
  .optional()
  .transform((said) => said === "oui");

const numbers = z
  .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string()))
  .transform((values) => [...new Set(values.filter((value) => /^\d{1,15}$/.test(value)).map(Number))]);

const number = z
  .string()
  .default("")
  .transform((typed) => (/^\d{1,15}$/.test(typed) ? Number(typed) : null));

/** Names typed one a line, or parted by semicolons. */
export const names = (what: string) =>
  z
    .string()
    .default("")
    .transform((typed) =>
      typed
        .split(/[\n;]+/)
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .refine(
      (list) => list.every((name) => name.length <= 300),
      `${what} : un nom par ligne, 300 caractères au plus.`,
    )
    .refine((list) => list.length <= 50, `${what} : cinquante au plus.`);

export const address = (label: string) =>
  z
    .string()
    .trim()
    .max(500, `${label} : 500 caractères au plus.`)
    .default("")
    .transform((typed, context) => {
      if (!typed) return "";
      const whole = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
      if (URL.canParse(whole) && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(whole)) return whole;
      context.addIssue({
        code: "custom",
        message: `${label} : cette adresse n’est pas bonne, écrivez www.exemple.fr.`,
      });
      return "";
    });

/** `12/3/2026`, `12 mars 2026 à 18h`. */
const moment = (label: string, today: Day) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!typed.trim()) return null;
      const [, day = typed, hour] =
        /^(.*?)(?:,|\s)+(?:à\s*)?(\d{1,2}\s*(?:h|:)\s*\d{0,2})$/i.exec(typed.trim()) ?? [];
      const read = readDay(day, today);
      const time = hour === undefined ? null : readTime(hour);
      if (read && time !== undefined) return { day: read, time };
      context.addIssue({
        code: "custom",
        message: `${label} : « ${typed.trim()} » n’est pas un jour. Écrivez 12/3/2026, ou 12/3/2026 à 18h.`,
      });
      return null;
    });

const amount = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (!typed.trim()) return 0;
    const cents = readAmount(typed);
    if (cents !== undefined && cents <= 100_000_000) return cents;
    context.addIssue({
      code: "custom",
      message: `« ${typed.trim()} » n’est pas un prix : écrivez 15 ou 12,50 €.`,
    });
    return 0;
  });

const people = z
  .string()
  .default("")
  .transform((typed, context) => {
    const digits = typed.replace(/[\s\u00a0\u202f]/g, "");
    if (digits === "") return null;
    if (/^\d{1,6}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 100_000) return Number(digits);
    context.addIssue({
      code: "custom",
      message: "Donnez le nombre de places en chiffres, ou rien s’il n’est pas limité.",
    });
    return null;
  });

const days = z
  .string()
  .default("7, 1")
  .transform((typed, context) => {
    const words = typed.split(/[\s,;]+/).filter(Boolean);
    const read = words.map(Number);
    if (words.length <= 5 && read.every((day) => Number.isInteger(day) && day >= 0 && day <= 60))
      return [...new Set(read)].sort((a, b) => b - a);
    context.addIssue({
      code: "custom",
      message: "Écrivez les jours avant la date, par exemple 7, 1 ; cinq rappels au plus.",
    });
    return [];
  });

/** What is said of an event apart from its dates, as typed on `today`. Terms come as their numbers. */
export const eventFields = (today: Day) =>
  z.object({
    titre: z
      .string("Donnez un titre.")
      .trim()
      .min(1, "Donnez un titre.")
      .max(300, "Le titre tient en 300 caractères : le reste va dans la présentation."),
    genre: z.string().default(""),
    organisateurs: names("Organisé par"),
    coorganisateurs: names("Avec"),
    intervenants: names("Intervenants"),
    relaye: flag,
    interne: flag,
    description: text("La présentation", 20_000),
    module: number,
    nature: z
      .enum(["thematic", "methodological", ""])
      .catch("")
      .transform((said) => said || null),
    objectifs: text("Les objectifs", 20_000),
    public: text("Le public", 2000),
    types: numbers,
    pole: number,
    axe: number,
    mission: number,
    dispositif: number,
    secteurs: numbers,
    odd: numbers,
    pays: text("Les pays", 2000),
    site: address("Le site"),
    accessibilite: text("L’accessibilité", 2000),
    contact: text("Le contact", 300),
    inscription: z.enum(registrations).catch("none"),
    inscription_adresse: address("L’adresse d’inscription"),
    ouverture: moment("L’ouverture", today),
    cloture: moment("La clôture", today),
    places: people,
    seances: z.enum(["serie", "choix"]).catch("serie"),
    prix: amount,
    prix_mots: text("Le prix en mots", 300),
    rappels: days,
    annee_programme: z
      .string()
      .trim()
      .regex(/^((19|20|21)\d\d)?$/, "Donnez l’année du programme sur quatre chiffres, ou rien.")
      .default("")
      .transform((typed) => (typed ? Number(typed) : null)),
    periode: text("La période", 100),
  });
export type EventFields = z.output<ReturnType<typeof eventFields>>;
