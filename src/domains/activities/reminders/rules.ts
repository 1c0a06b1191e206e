import { addDays, type Day } from "#platform/dates.ts";
import { isWorkingDay } from "#platform/working-days.ts";
import type { Standing } from "./queries.ts";

/** How many whole weeks before this one are looked at. */
export const weeksLooked = 4;

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/**
 * The Mondays of the last whole weeks in which someone had no meeting: from the week of their first one on, and only weeks
 * of which three days at least were worked. This week is not over: it is not looked at.
 */
export function missingWeeks({ firstOn, weeks }: Pick<Standing, "firstOn" | "weeks">, today: Day): Day[] {
  if (firstOn === null) return [];
  const monday = mondayOf(today);
  const looked = Array.from({ length: weeksLooked }, (_, back) => addDays(monday, -7 * (weeksLooked - back)));
  return looked.filter((week) => {
    const worked = [0, 1, 2, 3, 4].filter((day) => isWorkingDay(addDays(week, day))).length;
    return week >= mondayOf(firstOn) && worked >= 3 && !weeks.includes(week);
  });
}

/** Whether something is missing: nothing missing, nothing written. */
export const isWorthWriting = (standing: Standing, today: Day) =>
  standing.waiting > 0 || standing.bare.length > 0 || missingWeeks(standing, today).length > 0;
