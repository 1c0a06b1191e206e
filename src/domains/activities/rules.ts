import type { Day } from "#platform/dates.ts";

/** Text as compared and searched: lower case, without accents or punctuation, words one space apart. */
export const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** A place of a meeting: as typed, with the commune or the country that it was matched to, if it was. */
export interface MeetingPlace {
  typed: string;
  communeCode: string | null;
  countryCode: string | null;
}

/** What makes a row of the log, whoever it comes from. */
export interface MeetingFacts {
  subject: string;
  typeId: number;
  heldOn: Day;
  durationMinutes: number;
  /** Presences outside the team; zero is allowed. */
  participants: number;
  online: boolean;
  places: readonly MeetingPlace[];
}

/**
 * What two rows of the log have in common when one is the exact duplicate of the other: every fact, where accents, case,
 * punctuation and the spelling of a matched place do not count.
 */
export function meetingFingerprint(facts: MeetingFacts): string {
  const places = facts.places.map((place) => place.communeCode ?? place.countryCode ?? folded(place.typed));
  return [
    facts.heldOn,
    facts.typeId,
    facts.durationMinutes,
    facts.participants,
    facts.online ? "online" : "",
    folded(facts.subject),
    ...places.sort(),
  ].join("|");
}

/** One of several names typed in a field: on lines of their own, or parted by semicolons. */
export const partedNames = (typed: string) =>
  typed
    .split(/[\n;]+/)
    .map((name) => name.trim())
    .filter(Boolean);
