import type { Day } from "#platform/dates.ts";
import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { CohortStay, Milestone } from "./queries.ts";
import { wholeLevel } from "./rules.progress.ts";
import { milestoneState } from "./rules.ts";
import { outcomeLabels } from "./texts.ts";

const percent = (level: number | undefined) => (level === undefined ? null : Math.round(level * 100));

/** The organisations of a cohort when they are taken away: a column a milestone, with its day. */
export const stayColumns = (
  milestones: readonly Milestone[],
  today: Day,
): readonly ExportColumn<CohortStay>[] => [
  { label: "Organisation", key: "organisation", value: (stay) => stay.name },
  { label: "Entrée", key: "entered_on", value: (stay) => stay.entered_on, kind: "day" },
  { label: "Sortie", key: "left_on", value: (stay) => stay.left_on, kind: "day" },
  { label: "Comment", key: "outcome", value: (stay) => (stay.outcome ? outcomeLabels[stay.outcome] : null) },
  { label: "Motif", key: "reason", value: (stay) => stay.reason },
  { label: "Accompagnement", key: "course", value: (stay) => stay.course },
  { label: "Points faits", key: "points", value: (stay) => stay.points_count },
  {
    label: "Diagnostic à l’entrée (%)",
    key: "level_first",
    value: ({ points: [first] }) => (first ? percent(wholeLevel(first)) : null),
  },
  {
    label: "Dernier diagnostic (%)",
    key: "level_last",
    value: ({ points }) => {
      const last = points.at(-1);
      return last ? percent(wholeLevel(last)) : null;
    },
  },
  {
    label: "Jalons atteints",
    key: "milestones_reached",
    value: ({ marks }) => marks.filter(({ reached_on }) => reached_on).length,
  },
  {
    label: "Jalons en retard",
    key: "milestones_late",
    value: ({ marks, left_on }) =>
      marks.filter((mark) => milestoneState(mark, left_on, today) === "late").length,
  },
  ...milestones.map(
    ({ id, title }): ExportColumn<CohortStay> => ({
      label: title,
      key: `milestone_${id}`,
      value: ({ marks }) => marks.find(({ milestone_id }) => milestone_id === id)?.reached_on ?? null,
      kind: "day",
    }),
  ),
];
