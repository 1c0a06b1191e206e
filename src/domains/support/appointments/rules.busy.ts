import type { Occurrence, Taken } from "#platform/calendar/index.ts";
import type { Period } from "./rules.slots.ts";

/**
 * When a calendar says that its owner is taken, in order, those that touch made one. What is free, cancelled, or was declined by
 * its owner (`own`: their address) takes no time.
 */
export function busyPeriods(
  { occurrences, taken }: { occurrences: readonly Occurrence[]; taken: readonly Taken[] },
  own = "",
): Period[] {
  const counted = occurrences.filter(
    ({ free, cancelled, guests }) =>
      !free && !cancelled && !guests.some(({ email, answer }) => email === own && answer === "declined"),
  );
  const periods = [...counted, ...taken]
    .map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const whole: Period[] = [];
  for (const { startsAt, endsAt } of periods) {
    const last = whole.at(-1);
    if (last && startsAt <= last.endsAt)
      last.endsAt = new Date(Math.max(endsAt.getTime(), last.endsAt.getTime()));
    else whole.push({ startsAt, endsAt });
  }
  return whole;
}
