import { z } from "zod";

/** How many people one page of the screen holds: what a thumb runs through. */
export const pageSize = 50;

/** Whom the screen shows. */
export const attendanceQuestion = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  /** One date, when the event has several. */
  date: z.coerce.number().int().positive().optional().catch(undefined),
  montrer: z.enum(["presents", "attendus"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});
export type AttendanceQuestion = z.output<typeof attendanceQuestion>;

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** What the screen sends: its boxes, whom to show next, and those who came without a place. None of it is ever refused but these. */
export const marksForm = z.object({
  present: texts.default([]),
  avant: z.string().default(""),
  /** The page under the eyes; `page` is the one asked for. */
  ici: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  geste: z.enum(["chercher", "tous"]).optional().catch(undefined),
  ...attendanceQuestion.shape,
});

/** Those who came without a place, as typed. */
export const walkInsForm = z.object({
  venus: z.string().max(10_000, "Moins de lignes à la fois, s’il vous plaît.").default(""),
  venus_le: z.coerce.number().int().optional().catch(undefined),
});

/** What is taken back of a whole list noted at once. */
export const everyoneBack = z.object({
  date: z.coerce.number().int().positive().catch(0),
  a: z.coerce.date().catch(new Date(0)),
});
