import { z } from "zod";
import { readDay } from "#platform/dates.ts";

export const pageSize = 100;

const year = z.coerce.number().int().min(1900).max(2200);

/** What a reader asks of the list of members. Without a year, the last one that has members. */
export const question = z.object({
  annee: year.optional(),
  college: z.string().trim().max(80).optional(),
  tri: z.enum(["nom", "-nom", "college", "-college"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type Question = z.output<typeof question>;

const joinedOn = z
  .string()
  .default("")
  .transform((typed, context) => {
    const day = typed.trim() ? readDay(typed) : null;
    if (day === undefined)
      context.addIssue({ code: "custom", message: "Écrivez une date du calendrier : 6/1/2021." });
    return day ?? null;
  });

const college = (ids: readonly number[]) =>
  z.coerce.number("Choisissez un collège.").refine((id) => ids.includes(id), "Choisissez un collège.");

/** The form that adds a member; `collegeIds` are those of the vocabulary. */
export const memberForm = (collegeIds: readonly number[]) =>
  z.object({
    organisation: z
      .string("Donnez le nom de l’organisation.")
      .trim()
      .min(1, "Donnez le nom de l’organisation.")
      .max(300, "Le nom tient en 300 caractères."),
    /** The organisation chosen among those proposed. */
    choix: z.coerce.number().int().positive().optional().catch(undefined),
    annee: z.coerce
      .number("Écrivez l’année en quatre chiffres : 2021.")
      .int("Écrivez l’année en quatre chiffres : 2021.")
      .min(1900, "Écrivez l’année en quatre chiffres : 2021.")
      .max(2200, "Écrivez l’année en quatre chiffres : 2021."),
    college: college(collegeIds),
    le: joinedOn,
  });

/** The form that changes a membership. */
export const membershipForm = (collegeIds: readonly number[]) =>
  z.object({ college: college(collegeIds), le: joinedOn, version: z.coerce.number().int().catch(0) });
