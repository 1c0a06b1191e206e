import { sql } from "kysely";
import { findQuestionnaire, openAnswers } from "#domains/questionnaires/index.ts";
import type { Author, Db } from "#platform/db/index.ts";
import type { Post } from "./commands.places.ts";
import type { Registered } from "./commands.register.ts";
import type { Booking } from "./queries.event.ts";
import { tokenOf } from "./rules.token.ts";
import { nameOf } from "./texts.ts";

/** Opens the questions of the event for each; whether there are any. */
export async function openQuestions(
  db: Db,
  author: Author,
  { config }: Post,
  booking: Booking,
  people: readonly Registered[],
  now: Date,
): Promise<boolean> {
  const questionnaireId = booking.questionnaire_id;
  if (!questionnaireId || people.length === 0) return false;
  if (!(await findQuestionnaire(db, questionnaireId))?.published) return false;
  const last = booking.sessions.at(-1)?.starts_on;
  const expiresAt = new Date(
    Math.max(now.getTime(), last ? Date.parse(`${last}T23:59:59Z`) : 0) + 90 * 86_400_000,
  );
  const answers = await openAnswers(
    db,
    author,
    { questionnaireId, expiresAt },
    people.map((who) => ({
      key: String(who.id),
      label: `${nameOf(who)} · ${booking.title}`,
      name: nameOf(who),
      email: who.email,
      token: tokenOf(config.secret, who, "questions"),
    })),
  );
  await linkAnswers(db, "answer_id", answers);
  return true;
}

/** Keeps beside each registration the answer that was opened for it. */
export async function linkAnswers(
  db: Db,
  column: "answer_id" | "satisfaction_answer_id",
  answers: readonly { key: string; answerId: number }[],
): Promise<void> {
  if (answers.length === 0) return;
  await sql`
    update agenda.registrations registration set ${sql.ref(column)} = opened.answer
    from unnest(${answers.map(({ key }) => Number(key))}::bigint[], ${answers.map(({ answerId }) => answerId)}::bigint[])
      as opened (id, answer)
    where registration.id = opened.id`.execute(db);
}
