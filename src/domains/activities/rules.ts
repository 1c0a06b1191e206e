import type { SettledPlace } from "#domains/territory/index.ts";
import type { Day } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

/** A place of a meeting: as typed, with the commune or the country that it was matched to, if it was. */
export type MeetingPlace = SettledPlace;

/** An organisation met: as typed, with the one of the directory that it is, when it is known. */
export interface MetOrganisation {
  typed: string;
  organisationId: number | null;
}

/** Someone met: as typed, with the person of the directory that they are, when it is known. */
export interface MetPerson {
  typed: string;
  personId: number | null;
  /** Known when a calendar gave it; staff alone see it. */
  email?: string;
}

/** Under what a meeting is put: numbers of the lists `poles`, `strategic_axes`, `missions`, `schemes`. */
export interface MeetingHeadings {
  poleId: number | null;
  axisId: number | null;
  missionId: number | null;
  schemeId: number | null;
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
  const places = facts.places.map((place) => place.communeCode ?? place.countryCode ?? fold(place.typed));
  return [
    facts.heldOn,
    facts.typeId,
    facts.durationMinutes,
    facts.participants,
    facts.online ? "online" : "",
    fold(facts.subject),
    ...places.sort(),
  ].join("|");
}

/** One of several names typed in a field: on lines of their own, or parted by semicolons. */
export const partedNames = (typed: string) =>
  typed
    .split(/[\n;]+/)
    .map((name) => name.trim())
    .filter(Boolean);
