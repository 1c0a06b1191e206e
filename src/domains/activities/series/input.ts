import { z } from "zod";
import { addDays, type Day, readDay } from "#platform/dates.ts";
import { mostDates, rhythms } from "./rules.ts";

/** Which meeting comes back, how, and until when; the end may be typed as any date. */
export const seriesQuestion = (today: Day) =>
  z.object({
    modele: z.coerce.number().int().positive().optional().catch(undefined),
    rythme: z.enum(rhythms.map(({ code }) => code)).catch("semaine"),
    jusqu: z
      .string()
      .optional()
      .transform((typed) => (typed?.trim() ? { typed, day: readDay(typed, today) } : undefined)),
  });

/** The dates that were kept, and how many came each time. */
export const seriesForm = (today: Day) =>
  z.object({
    modele: z.coerce.number().int().positive(),
    participants: z
      .string("Donnez le nombre de participants de chacune.")
      .trim()
      .regex(/^\d{1,5}$/, "Donnez le nombre de participants en chiffres, 0 s’il n’y en avait pas.")
      .transform(Number),
    dates: z
      .preprocess((given) => [given ?? []].flat(), z.array(z.iso.date()))
      .refine((days) => days.length > 0, "Cochez au moins une date.")
      .refine((days) => days.length <= mostDates, `${mostDates} dates au plus à la fois.`)
      .refine(
        (days) => days.every((day) => day >= "1950-01-01" && day <= addDays(today, 366)),
        "Une réunion se note un an à l’avance au plus.",
      )
      .transform((days) => [...new Set(days)].sort()),
  });
