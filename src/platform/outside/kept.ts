import { sql } from "kysely";
import type { Db } from "../db/index.ts";

/** What a service answered to this question before, fresh or not. */
export async function recall(db: Db, service: string, question: string) {
  const row = await db
    .selectFrom("platform.outside_answers")
    .select(["body", "asked_at", "fresh_until"])
    .where("service", "=", service)
    .where("question", "=", question)
    .executeTakeFirst();
  return row && { body: row.body as unknown, askedAt: row.asked_at, freshUntil: row.fresh_until };
}

/** Keeps what a service answered to these questions, in place of what it said before. */
export async function remember(
  db: Db,
  service: string,
  answers: readonly { question: string; body: unknown }[],
  now: Date,
  freshMs: number,
): Promise<void> {
  const last = new Map(answers.map(({ question, body }) => [question, body]));
  if (last.size === 0) return;
  const times = { asked_at: now, fresh_until: new Date(now.getTime() + freshMs) };
  await db
    .insertInto("platform.outside_answers")
    .values(
      [...last].map(([question, body]) => ({ service, question, body: JSON.stringify(body), ...times })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["service", "question"])
        .doUpdateSet({ body: (row) => row.ref("excluded.body"), ...times }),
    )
    .execute();
}

/** Forgets what was asked before this instant. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await sql`delete from platform.outside_answers where asked_at < ${before}`.execute(db);
}
