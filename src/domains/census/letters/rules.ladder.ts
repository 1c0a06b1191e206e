import { addDays, type Day } from "#platform/dates.ts";
import { isWorkingDay, nextWorkingDay } from "#platform/working-days.ts";

/** A letter of a campaign: `rank` 0 invites, the others remind, each `afterDays` days after the invitation. */
export interface Rung {
  rank: number;
  afterDays: number;
}

/** A campaign as its letters see it. */
export interface Span {
  opensOn: Day;
  /** The last day on which one may answer, and be written to. */
  closesOn: Day;
}

/** At most one invitation and five reminders, whatever is typed. */
export const mostLetters = 6;

/** Who may be written a letter of this rank: last written the one before, on `writtenBy` or earlier; null: never written to. */
export interface DueRank {
  rank: number;
  writtenBy: Day | null;
}

/**
 * The letters that may be written today. None outside the campaign's days, nor on a week-end or a public holiday. A
 * reminder waits as long after the letter before as the ladder says, so that none follow one another when a day was missed.
 */
export function dueRanks(ladder: readonly Rung[], span: Span, today: Day): DueRank[] {
  if (today < span.opensOn || today > span.closesOn || !isWorkingDay(today)) return [];
  const rungs = [...ladder].sort((a, b) => a.rank - b.rank).slice(0, mostLetters);
  return rungs.map(({ rank, afterDays }, index) => {
    const before = rungs[index - 1];
    return { rank, writtenBy: before ? addDays(today, before.afterDays - afterDays) : null };
  });
}

/** What stops the reminders: an answer, a refusal, a departure, an address that does not take letters. */
export type Standing =
  | "drawn"
  | "invited"
  | "opened"
  | "draft"
  | "answered"
  | "refused"
  | "departed"
  | "bounced"
  | "unreachable";

const remindable: ReadonlySet<Standing> = new Set(["drawn", "invited", "opened", "draft"]);

/** An invitation as its letters see it; `lastRank` -1 before the first. */
export interface Written {
  standing: Standing;
  lastRank: number;
  lastWrittenOn: Day | null;
}

/** The rank of the letter to write to this invitation today; undefined: none. */
export function letterDue(
  ladder: readonly Rung[],
  span: Span,
  today: Day,
  { standing, lastRank, lastWrittenOn }: Written,
): number | undefined {
  if (!remindable.has(standing)) return undefined;
  return dueRanks(ladder, span, today).find(
    ({ rank, writtenBy }) =>
      rank === lastRank + 1 && (writtenBy === null || (lastWrittenOn !== null && lastWrittenOn <= writtenBy)),
  )?.rank;
}

/** The day on which each letter goes to one invited on the opening day who says nothing; those after the closing never go. */
export function ladderDays(ladder: readonly Rung[], span: Span): { rank: number; day: Day | null }[] {
  let last: { day: Day; afterDays: number } | undefined;
  return [...ladder]
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank, afterDays }) => {
      const wanted = last ? addDays(last.day, afterDays - last.afterDays) : span.opensOn;
      const day = nextWorkingDay(wanted);
      last = { day, afterDays };
      return { rank, day: day <= span.closesOn ? day : null };
    });
}
