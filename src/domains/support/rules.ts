import { addDays, type Day } from "#platform/dates.ts";

/** Where a course stands, in the order in which it goes. */
export const stages = ["request", "diagnosis", "under_way", "waiting", "closed"] as const;
export type Stage = (typeof stages)[number];
/** The stages of a course that goes on: the columns of the board. */
export const openStages = ["request", "diagnosis", "under_way", "waiting"] as const;

/** How a course ended. */
export const outcomes = ["reached", "partly", "dropped", "redirected", "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];

export const goalStates = ["open", "reached", "dropped"] as const;
export type GoalState = (typeof goalStates)[number];

/** What one most often does next of a course at this stage; closing is said on its own page. */
export const usualNext: Readonly<Record<Stage, Stage | undefined>> = {
  request: "diagnosis",
  diagnosis: "under_way",
  under_way: "waiting",
  waiting: "under_way",
  closed: undefined,
};

/** The days without anything after which a course is said to be quiet, from a number of weeks. */
export const isQuiet = (touchedOn: Day, weeks: number, today: Day) => addDays(touchedOn, weeks * 7) <= today;

/** A course, as the digest weighs it. */
export interface Standing {
  stage: Stage;
  /** When it came to this stage. */
  stageSince: Day;
  touchedOn: Day;
  nextStepOn: Day | null;
}

/** No reminder in the first days after something happened: whoever just did something knows. */
export const calmDays = 3;

/** Why a course is in the weekly digest, or nothing: asked and not answered, a next step past or of the week, quiet. */
export function reminderOf(course: Standing, quietWeeks: number, monday: Day): Reminder | undefined {
  if (course.stage === "closed") return undefined;
  if (addDays(course.touchedOn, calmDays) > monday) return undefined;
  if (course.stage === "request") return "asked";
  if (course.nextStepOn && course.nextStepOn < monday) return "late";
  if (course.nextStepOn && course.nextStepOn <= addDays(monday, 6)) return "due";
  if (!course.nextStepOn && isQuiet(course.touchedOn, quietWeeks, monday)) return "quiet";
  return undefined;
}
export type Reminder = "asked" | "late" | "due" | "quiet";

/** The Monday of the week of this day. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** A line of the settings that says who answers. Empty lists mean any. */
export interface RoutingRule {
  id: number;
  themeIds: readonly number[];
  departmentCodes: readonly string[];
  poleId: number | null;
  referentId: string | null;
}

export interface Routed {
  ruleId: number | null;
  poleId: number | null;
  referentId: string | null;
}

/** Who answers a request: the first line, in order, that knows one of its themes and its département; else `otherwise`. */
export function routeRequest(
  rules: readonly RoutingRule[],
  asked: { themeIds: readonly number[]; departmentCode: string | null },
  otherwise: Omit<Routed, "ruleId">,
): Routed {
  const rule = rules.find(
    ({ themeIds, departmentCodes }) =>
      (themeIds.length === 0 || themeIds.some((id) => asked.themeIds.includes(id))) &&
      (departmentCodes.length === 0 ||
        (asked.departmentCode !== null && departmentCodes.includes(asked.departmentCode))),
  );
  if (!rule) return { ruleId: null, ...otherwise };
  return { ruleId: rule.id, poleId: rule.poleId, referentId: rule.referentId };
}
