import type { RawBuilder } from "kysely";
import type { Author, Db } from "./db/index.ts";

/** One thing to which a meeting of the log belongs. */
export interface MeetingPartLine {
  /** Its number, in its own room. */
  key: number;
  /** `Forum des associations`. */
  title: string;
  /** `séance du 6 mars`; may be empty. */
  detail: string;
}

/**
 * What a room above the log knows of a meeting: the event or the course of support that it belongs to. Given from that
 * room's front door; the shell hands the list to the log, which shows it on the meeting and knows nothing else of it.
 */
export interface MeetingPart {
  /** Stable: `events`. Names the part in the address of a form that is already filled (`pour=events:12`). */
  id: string;
  /** What the meeting belongs to, in a word: `Événement`. */
  label: string;
  /** A select of `key bigint, title text, detail text` for the meeting of this number. */
  lines: (meetingId: RawBuilder<number>) => RawBuilder<MeetingPartLine>;
  /** Where a line opens. */
  href: (key: number) => string;
  /**
   * Ties a meeting that was just logged to `key` (what followed the colon in the address), in the same transaction. False when
   * there is no such thing: the meeting is logged all the same.
   */
  attach?: (db: Db, author: Author, meetingId: number, key: string) => Promise<boolean>;
}
