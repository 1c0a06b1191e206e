import { z } from "zod";
import type { Typed } from "#platform/web/form.ts";
import type { MeetingChoices } from "../queries.ts";

/** How far back one may look, in weeks, as the form offers it. */
export const weeksOffered = [1, 2, 4, 8, 13, 26, 52] as const;

const weeks = z.coerce
  .number()
  .int()
  .refine((given) => weeksOffered.some((one) => one === given), "Choisissez une période de la liste.")
  .catch(2);

const address = z
  .string("Donnez l’adresse de l’agenda.")
  .trim()
  .min(1, "Donnez l’adresse de l’agenda.")
  .max(2000, "Une adresse tient en 2 000 caractères.")
  .regex(
    /^(https?|webcals?):\/\/[^\s/]+\.[^\s/]+/i,
    "Une adresse d’agenda commence par https:// ou webcal:// : copiez-la entière.",
  );

/** An address of a calendar. */
export const calendarForm = z.object({
  nom: z.string().trim().max(120, "Le nom tient en 120 caractères.").default(""),
  adresse: address,
  invitation: z.union([z.literal(""), z.email("Écrivez une adresse de courriel entière.")]).default(""),
  semaines: weeks,
});

/** A file: only its period is read here. */
export const fileForm = z.object({ periode: weeks });

const row = (choices: Pick<MeetingChoices, "type">) =>
  z.object({
    type: z.coerce
      .number("Choisissez un type.")
      .refine((id) => choices.type.some((one) => one.id === id), "Choisissez un type."),
    participants: z
      .string("Dites combien de personnes, 0 s’il n’y en avait pas.")
      .trim()
      .regex(/^\d{1,5}$/, "Dites combien de personnes, 0 s’il n’y en avait pas.")
      .transform(Number),
    endroit: z
      .string("Dites où, ou « En ligne ».")
      .trim()
      .min(1, "Dites où, ou « En ligne ».")
      .max(200, "Un lieu tient en 200 caractères."),
    met: z.preprocess((given) => [given ?? []].flat(), z.array(z.coerce.number().int().positive())),
  });
export type EntryRow = z.output<ReturnType<typeof row>>;

/** What was typed of one proposal, read; or what is wrong in it, by field (`type-12`). */
export function readRow(typed: Typed, id: number, choices: Pick<MeetingChoices, "type">) {
  const names = ["type", "participants", "endroit", "met"] as const;
  const given = Object.fromEntries(names.map((name) => [name, typed[`${name}-${id}`]]));
  const read = row(choices).safeParse(given);
  if (read.success) return { ok: true as const, row: read.data };
  const errors = Object.fromEntries(
    read.error.issues.toReversed().map(({ path, message }) => [`${String(path[0])}-${id}`, message]),
  );
  return { ok: false as const, errors };
}

const number = z.coerce.number().int().positive();

/** Which proposals are meant: the one whose button was pressed, or those that are checked. */
export const decision = z.object({
  noter: z
    .union([z.literal("cochees"), number])
    .optional()
    .catch(undefined),
  refuser: z
    .union([z.literal("cochees"), number])
    .optional()
    .catch(undefined),
  choix: z.preprocess((given) => [given ?? []].flat(), z.array(number).max(500)).catch([]),
});
