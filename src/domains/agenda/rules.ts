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
 * What two rows have in common when one is the exact duplicate of the other: title and every fact, where accents, case,
 * punctuation and the spelling of a matched place do not count.
 */
export function sessionFingerprint(title: string, facts: SessionFacts): string {
  return [
    facts.startsOn,
    facts.endsOn ?? facts.startsOn,
    facts.durationMinutes,
    facts.participants,
    facts.online ? "online" : "",
    facts.communeCode ?? fold(facts.place),
    fold(title),
  ].join("|");
}

/** A title as an address says it: `formation-ecsi-centre-sociaux`. */
export const slugOf = (title: string) =>
  fold(title).replaceAll(" ", "-").slice(0, 80).replace(/-$/, "") || "formation";
