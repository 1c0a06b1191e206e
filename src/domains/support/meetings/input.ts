import { z } from "zod";
import type { Day } from "#platform/dates.ts";
import { chosenAmong, dayOrNone, duration, line, needed, someDay } from "../input.ts";

/** « Noter la réunion », from a course: seven fields, of which most are already filled. */
export const meetingForm = (today: Day, goalIds: readonly number[]) =>
  z
    .object({
      sujet: needed("Donnez le sujet de la réunion.", 300),
      date: someDay(today),
      duree: duration,
      participants: z
        .string("Donnez le nombre de participants en chiffres, 0 s’il n’y en avait pas.")
        .trim()
        .regex(/^\d{1,5}$/, "Donnez le nombre de participants en chiffres, 0 s’il n’y en avait pas.")
        .transform(Number),
      enligne: z.literal("oui").optional(),
      lieu: line("Le lieu", 200),
      notes: line("Les notes", 20_000),
      objectifs: chosenAmong(goalIds),
      atteints: chosenAmong(goalIds),
      suite: line("La prochaine étape", 500),
      suite_le: dayOrNone(today),
      version: z.coerce.number().int().catch(0),
    })
    .refine((form) => form.enligne || form.lieu !== "", {
      path: ["lieu"],
      message: "Dites où la réunion s’est tenue, ou cochez « En ligne ».",
    })
    .refine((form) => form.date <= today, {
      path: ["date"],
      message: "Une réunion se note une fois tenue : pour une date à venir, écrivez la prochaine étape.",
    })
    .refine((form) => form.suite !== "" || form.suite_le === null, {
      path: ["suite"],
      message: "Dites quelle est la prochaine étape, ou ôtez sa date.",
    });

export const linkForm = z.object({
  reunion: z.coerce.number("Choisissez une réunion.").int().positive("Choisissez une réunion."),
});
