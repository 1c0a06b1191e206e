import { z } from "zod";
import type { MeetingPrefill } from "#paths/activities.ts";
import { readDay } from "#platform/dates.ts";
import type { Typed } from "#platform/web/form.ts";
import { formatShortDay } from "#ui/format.ts";

const text = (most: number) => z.string().max(most).optional().catch(undefined);
const number = z.coerce.number().int().nonnegative().max(1e15).optional().catch(undefined);

/** What an address may fill the form with; what does not fit is left out. */
export const prefill = z.object({
  modele: number,
  sujet: text(300),
  type: number,
  date: text(40),
  duree: text(40),
  participants: number,
  enligne: z.literal("oui").optional().catch(undefined),
  lieux: text(2000),
  organisations: text(10_000),
  personnes: text(10_000),
  pole: number,
  axe: number,
  mission: number,
  dispositif: number,
  pour: z
    .string()
    .regex(/^[a-z-]{1,40}:[\w:-]{1,80}$/)
    .optional()
    .catch(undefined),
  agenda: number,
}) satisfies z.ZodType<MeetingPrefill>;
export type Prefill = z.output<typeof prefill>;

/** The form as an address fills it, over what it would hold anyway. A place said unchecks « En ligne ». */
export function filledForm(given: Prefill, fresh: Typed): Typed {
  const { modele: _, date, ...rest } = given;
  const day = date === undefined ? undefined : readDay(date);
  const said = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const moved: Typed = said["lieux"] && !said["enligne"] ? { enligne: "" } : {};
  return {
    ...fresh,
    ...moved,
    ...said,
    ...(date === undefined ? {} : { date: day ? formatShortDay(day) : date }),
  };
}
