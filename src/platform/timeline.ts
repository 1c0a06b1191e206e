import type { RawBuilder } from "kysely";

/** One thing that happened to an organisation. */
export interface TimelineLine {
  /** ISO day. */
  day: string;
  /** The number of what happened, in its own room: unique among the lines of a part. */
  key: number;
  /** What happened, in a few words: the subject of a meeting, the year of a membership. */
  title: string;
  detail: string;
}

/** What a room knows of an organisation's past: its part of one line of time, given from its front door. */
export interface TimelinePart {
  /** Stable, in the address of the filtered line of time: `meetings`. */
  id: string;
  /** What each of its lines is called: `Réunion`. */
  label: string;
  /** A select of `day date, key bigint, title text, detail text` for the organisation of this number. */
  lines: (organisationId: RawBuilder<number>) => RawBuilder<TimelineLine>;
  /** Where a line opens. */
  href: (key: number, organisationId: number) => string;
}
