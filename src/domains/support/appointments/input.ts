import { z } from "zod";
import { email, phone, short, subject, theme } from "./input.fields.ts";

/** A slot in an address: the opening and the minute since 1970: `12-29540220`. */
export const slotWord = ({ openingId, startsAt }: { openingId: number; startsAt: Date }) =>
  `${openingId}-${startsAt.getTime() / 60_000}`;

export function readSlot(word: string): { openingId: number; startsAt: Date } | undefined {
  const [, opening, minutes] = /^(\d{1,12})-(\d{7,9})$/.exec(word) ?? [];
  return opening ? { openingId: Number(opening), startsAt: new Date(Number(minutes) * 60_000) } : undefined;
}

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
