import type { Db } from "../db/index.ts";
import type { Jobs } from "../jobs/index.ts";

/** A letter to one person, in both forms that mail programs read. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * Writes a letter and asks for its sending, in the transaction `db`: it leaves when the change that it speaks of is
 * committed, and never otherwise.
 */
export async function writeLetter(db: Db, jobs: Jobs, { to, ...letter }: Letter): Promise<void> {
  const { id } = await db
    .insertInto("platform.letters")
    .values({ recipient: to, ...letter })
    .returning("id")
    .executeTakeFirstOrThrow();
  await jobs.enqueue(db, "mail.send", { letter: id });
}
