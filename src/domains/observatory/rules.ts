import type { Indicator, YearFigures } from "./indicator.ts";

/** The indicator that says whether a year has rows of a kind at all. */
const wholeOf = {
  meetings: "meetings.count",
  courses: "support.courses",
  collectivites: "collectivites.met",
  events: "events.count",
  programme_items: "programme.done_share",
  training_sessions: "trainings.count",
  trainings: "trainings.distinct_people",
  members: "members.count",
  organisations: "organisations.count",
  projects: "projects.count",
} as const;

/** What an indicator said of another year, to stand beside this one's; undefined when that year has no rows to say it. */
export function comparedTo(before: YearFigures | undefined, { id, rows, incomparable }: Indicator) {
  const known = !incomparable && Number(before?.values[wholeOf[rows]]?.value) > 0;
  return known ? before?.values[id]?.value : undefined;
}
