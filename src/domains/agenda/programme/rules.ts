import type { Day } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

export const lineStates = ["done", "late", "to_come", "dropped"] as const;
export type LineState = (typeof lineStates)[number];

/** What is known of a line of the programme of a year. */
export interface LineFacts {
  year: number;
  plannedTo: Day | null;
  dropped: boolean;
  /** The last day of each of its dates that are not cancelled, its own and those of the events done for it. */
  dates: readonly Day[];
  /** How many meetings of the log are its own. */
  meetings: number;
}

/**
 * Where a line stands on `today`. Done: something of it was held, a date that is over or a meeting of the log, even when the
 * line was dropped since. Late: its period is over (its year, when it had none) and nothing was held nor is to be.
 */
export function stateOf(line: LineFacts, today: Day): LineState {
  if (line.meetings > 0 || line.dates.some((day) => day <= today)) return "done";
  if (line.dropped) return "dropped";
  if (line.dates.length > 0) return "to_come";
  return (line.plannedTo ?? `${line.year}-12-31`) < today ? "late" : "to_come";
}

/** Of whom a line says that it is for: `Associations | collectivités` is two. */
export const partedAudience = (typed: string) =>
  typed
    .split(/[|;,\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);

/** The same public, whatever its case, accents and plural. */
export const audienceKey = (part: string) => fold(part).replace(/(s|x)\b/g, "");

export interface Share {
  key: string;
  label: string;
  planned: number;
  done: number;
}

/** How many lines, and how many done, under each label; a line counts once under each of its labels. The most planned first. */
export function sharesOf<Line extends { state: LineState }>(
  lines: readonly Line[],
  labelsOf: (line: Line) => readonly string[],
  keyOf: (label: string) => string = fold,
): Share[] {
  const shares = new Map<string, Share>();
  for (const line of lines) {
    const labels = new Map(labelsOf(line).map((label) => [keyOf(label), label]));
    for (const [key, label] of labels) {
      const share = shares.get(key) ?? { key, label, planned: 0, done: 0 };
      shares.set(key, {
        ...share,
        planned: share.planned + 1,
        done: share.done + (line.state === "done" ? 1 : 0),
      });
    }
  }
  return [...shares.values()].sort((a, b) => b.planned - a.planned || a.key.localeCompare(b.key));
}

/** Of lines counted under several labels each, how many counts there are: what a total by public would wrongly be. */
export const countsIn = (shares: readonly Share[]) => shares.reduce((sum, share) => sum + share.planned, 0);
