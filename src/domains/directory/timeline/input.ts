import { z } from "zod";

/** How many lines a page shows, and how many the panel of the record. */
export const pageSize = 50;
export const panelSize = 10;

/** Where a page of the line of time starts: after this line. */
export interface Place {
  day: string;
  room: string;
  key: number;
}

export const writePlace = ({ day, room, key }: Place) => `${day}.${room}.${key}`;

/** What a reader asks of a line of time: one room, and where the page before ended. */
export const question = z.object({
  piece: z.string().trim().max(40).optional(),
  avant: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.[a-z_]{1,40}\.\d{1,16}$/)
    .refine((text) => !Number.isNaN(Date.parse(text.slice(0, 10))))
    .transform((text): Place => {
      const [day = "", room = "", key = ""] = text.split(".");
      return { day, room, key: Number(key) };
    })
    .optional(),
  apercu: z.string().optional(),
});
export type Question = z.output<typeof question>;
