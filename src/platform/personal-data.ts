import { sql } from "kysely";
import type { Author, Db } from "./db/index.ts";
import type { Files } from "./files/index.ts";

/** Whose data: a person of the directory, an account, or both when they are one. */
export interface Subject {
  personId: number | null;
  userId: string | null;
  /** Every address known to be theirs, past ones too, in lower case. */
  emails: readonly string[];
  /** Their names as written, past ones too. */
  names: readonly string[];
}

/** A part of what is kept of someone, as they are given it: headed rows of text, days and numbers. */
export interface PersonalSection {
  title: string;
  /** One object a row, by French heading. */
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** What an erasure does to one kind of thing. `blocks`: it cannot be done before `why` is settled. */
export interface ErasureLine {
  what: string;
  count: number;
  outcome: "erased" | "anonymised" | "kept" | "blocks";
  /** Why it is kept, and on what ground; or what to settle first. */
  why?: string;
}

/**
 * What a room keeps of people: given from its front door, joined by the shell, so that one action exports all and one action
 * erases all. A room that keeps a new kind of personal data adds it here.
 */
export interface PersonalPart {
  id: string;
  /** The heading of its sections and lines: `Annuaire`. */
  label: string;
  read: (db: Db, subject: Subject) => Promise<readonly PersonalSection[]>;
  /** What `erase` would do, before it is done; lines that count nothing are left out by who shows them. */
  foresee: (db: Db, subject: Subject) => Promise<readonly ErasureLine[]>;
  /** Does what `foresee` said, in the transaction `db`, and forgets the personal values of its lines in the change log. */
  erase: (db: Db, subject: Subject, how: Erasing) => Promise<void>;
}

export interface Erasing {
  author: Author;
  now: Date;
  files: Files;
}

/**
 * Takes out of the change log the values of these rows that say something of someone; that they changed, when and by whom
 * stays. `keys` are the rows of the table as the log numbers them.
 */
export async function forgetChanges(
  db: Db,
  table: string,
  keys: readonly (string | number)[],
): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    update platform.changes set before = platform.anonymised(before), after = platform.anonymised(after)
    where table_name = ${table} and row_key = any(${keys.map(String)}::text[])`.execute(db);
}

/** The same for every row of any table that carries this number of a person (column `person_id`). */
export async function forgetChangesOfPerson(db: Db, personId: number): Promise<void> {
  await sql`
    update platform.changes set before = platform.anonymised(before), after = platform.anonymised(after)
    where coalesce(after, before) ->> 'person_id' = ${String(personId)}`.execute(db);
}
