import type { Day } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

/** What of a line says where it stands in the printed programme. */
export interface Placed {
  axis: string | null;
  pole: string | null;
  planned_period: string;
  planned_from: Day | null;
  planned_to: Day | null;
  sessions: readonly { starts_on: Day }[];
}

/** The lines of one month, or of one period that is not a month; `month` is then undefined. */
export interface Stretch<Line> {
  month?: number;
  /** The period as it was typed, when it is no month: `Automne`; empty when nobody knows. */
  period: string;
  lines: Line[];
}

export interface Part<Line> {
  /** The axis or the pole; null for the lines that say none, or when none does. */
  title: string | null;
  stretches: Stretch<Line>[];
}

/**
 * The programme as it is printed: by axis (by pole, when no line says its axis), then by month in the order of the year; a
 * period longer than a month stands after the month that it begins in, what has no period comes last. Each line stands once.
 */
export function laidOut<Line extends Placed>(lines: readonly Line[]): Part<Line>[] {
  const by = (["axis", "pole"] as const).find((key) => lines.some((line) => line[key] !== null));
  const titles = [...Map.groupBy(lines, (line) => (by ? line[by] : null))];
  return titles
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || (a ?? "").localeCompare(b ?? "", "fr"))
    .map(([title, members]) => ({ title, stretches: stretchesOf(members) }));
}

function stretchesOf<Line extends Placed>(lines: readonly Line[]): Stretch<Line>[] {
  const found = Map.groupBy(lines.toSorted(byDay), keyOf);
  return [...found].map(([, members]) => {
    const [first] = members;
    const month = first && monthOf(first);
    return { month, period: month === undefined ? (first?.planned_period ?? "") : "", lines: members };
  });
}

const beginning = ({ planned_from, sessions }: Placed) => planned_from ?? sessions[0]?.starts_on ?? null;
const end = (line: Placed) => (line.planned_from ? line.planned_to : null) ?? beginning(line);

/** By the month it begins in, what is of that month alone first. */
const order = (line: Placed) => {
  const day = beginning(line);
  return day === null ? "9" : `${day.slice(0, 7)}${monthOf(line) === undefined ? `~${end(line)}` : ""}`;
};
const byDay = (a: Placed, b: Placed) =>
  compare(order(a), order(b)) || compare(beginning(a) ?? "9", beginning(b) ?? "9");
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** January is 1; undefined when the line is not of one month. */
function monthOf(line: Placed): number | undefined {
  const day = beginning(line);
  return day !== null && day.slice(0, 7) === end(line)?.slice(0, 7) ? Number(day.slice(5, 7)) : undefined;
}

const keyOf = (line: Placed) => {
  const day = beginning(line);
  if (day === null) return "";
  return monthOf(line) === undefined ? `${day} ${fold(line.planned_period)}` : day.slice(0, 7);
};
