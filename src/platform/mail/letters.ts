import type { Db } from "../db/index.ts";
import type { Jobs } from "../jobs/index.ts";

/** A letter as composed: `text` is read where `html` is not. `html` is a whole document (see `#ui/letter.tsx`). */
export interface Writing {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export const letterStates = ["waiting", "sending", "sent", "kept", "failed"] as const;
export type LetterState = (typeof letterStates)[number];

/** A letter of the mailbox. `kept`: not sent, because no SMTP server is set. */
export interface Letter {
  id: number;
  recipient: string;
  subject: string;
  text: string;
  state: LetterState;
  attempts: number;
  error: string | null;
  created_at: Date;
  sent_at: Date | null;
}

export const sendLetterJob = "mail.send";

/**
 * Writes a letter in the transaction `db` and asks for it to be sent once that is committed: rolled back, it never
 * existed. Returns its number.
 */
export async function writeLetter(db: Db, jobs: Jobs, { to, subject, text, html }: Writing): Promise<number> {
  const letter = await db
    .insertInto("platform.letters")
    .values({ recipient: to, subject, text, html })
    .returning("id")
    .executeTakeFirstOrThrow();
  await jobs.enqueue(db, sendLetterJob, { letterId: letter.id }, { key: `letter ${letter.id}` });
  return letter.id;
}

const columns = [
  "id",
  "recipient",
  "subject",
  "text",
  "state",
  "attempts",
  "error",
  "created_at",
  "sent_at",
] as const;

const stateOf = (text: string): LetterState => letterStates.find((state) => state === text) ?? "failed";

export async function findLetter(db: Db, id: number): Promise<Letter | undefined> {
  const letter = await db
    .selectFrom("platform.letters")
    .select(columns)
    .where("id", "=", id)
    .executeTakeFirst();
  return letter && { ...letter, state: stateOf(letter.state) };
}

/** The latest letters first; `state` keeps those in one state. */
export async function listLetters(
  db: Db,
  { state, limit, offset }: { state?: LetterState; limit: number; offset: number },
): Promise<Letter[]> {
  const letters = await db
    .selectFrom("platform.letters")
    .select(columns)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return letters.map((letter) => ({ ...letter, state: stateOf(letter.state) }));
}

/** How many letters stand in each state. */
export async function countLetters(db: Db): Promise<Record<LetterState, number>> {
  const rows = await db
    .selectFrom("platform.letters")
    .select((line) => ["state", line.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  const counts: Record<LetterState, number> = { waiting: 0, sending: 0, sent: 0, kept: 0, failed: 0 };
  for (const row of rows) counts[stateOf(row.state)] = row.count;
  return counts;
}
