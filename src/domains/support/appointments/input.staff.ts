import { z } from "zod";
import type { Day } from "#platform/dates.ts";
import {
  clock,
  day,
  duration,
  needed,
  optionalEmail,
  phone,
  short,
  subject,
  theme,
  where,
} from "./input.fields.ts";
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
      accompagnement: z.coerce.number().int().catch(0),
      ecrire: z.literal("oui").optional(),
    })
    .superRefine(needed);
