import type { Day } from "#platform/dates.ts";
import { formatDay, formatShortDay } from "#ui/format.ts";

interface When {
  starts_on: Day;
  ends_on: Day | null;
}
interface Where {
  online: boolean;
  place: string;
  commune: string | null;
}

/** `18 février 2021`, `du 18 février 2021 au 19 février 2021`. */
export const wordDays = ({ starts_on, ends_on }: When) =>
  ends_on ? `du ${formatDay(starts_on)} au ${formatDay(ends_on)}` : formatDay(starts_on);

/** The same for tables. */
export const wordShortDays = ({ starts_on, ends_on }: When) =>
  ends_on ? `${formatShortDay(starts_on)} – ${formatShortDay(ends_on)}` : formatShortDay(starts_on);

/** `En ligne`, `Lille`, `Lille et en ligne`. */
export function wordPlace({ online, place, commune }: Where): string {
  const where = commune ?? place;
  if (!where) return online ? "En ligne" : "Lieu à préciser";
  return online ? `${where} et en ligne` : where;
}
