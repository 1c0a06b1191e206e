import type { Day } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

/** What is said of a session: one date of a training. */
export interface SessionFacts {
  startsOn: Day;
  /** The last day, when it is not the first. */
  endsOn: Day | null;
  durationMinutes: number;
  /** People trained; 0 while it has not been held. */
  participants: number;
  online: boolean;
  /** As typed; empty when it is online only. */
  place: string;
  communeCode: string | null;
}

/**
 * `Formation Erasmus + - J2` is the second day of one training: what its days have in common, and which day it is. A title
 * that numbers no day is its own. (`Session 2` is not a day: it is the same training given again, to others.)
 */
export function seriesOf(title: string): { title: string; part: string } {
  const [, whole, part] = /^(.*\S)\s*[-–—,:(]\s*((?:J|jour|journée)\s*\d{1,2})\s*\)?$/iu.exec(title) ?? [];
  return whole && part ? { title: whole, part } : { title, part: "" };
}

/**
 * What two rows have in common when one is the exact duplicate of the other: title and every fact, where accents, case,
 * punctuation, the number of the day and the spelling of a matched place do not count.
 */
export function sessionFingerprint(title: string, facts: SessionFacts): string {
  return [
    facts.startsOn,
    facts.endsOn ?? facts.startsOn,
    facts.durationMinutes,
    facts.participants,
    facts.online ? "online" : "",
    facts.communeCode ?? fold(facts.place),
    fold(seriesOf(title).title),
  ].join("|");
}

/** A title as an address says it: `formation-ecsi-centre-sociaux`. */
export const slugOf = (title: string) =>
  fold(title).replaceAll(" ", "-").slice(0, 80).replace(/-$/, "") || "formation";
