import { sql } from "kysely";
import { accountNames, findRecipient } from "#domains/accounts/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { support } from "#paths/support.ts";
import type { Author, Db } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import { withQuery } from "#ui/list.tsx";
import { digestOf, tokenOf } from "../requests/tokens.ts";
import { newReferentLetter, takenOverLetter } from "./emails.tsx";

/** What letters need of the site. */
export type Desk = Pick<Services, "config" | "jobs">;

interface Passed {
  id: number;
  subject: string;
  organisation: string | null;
  request_id: number | null;
  name: string | null;
  email: string | null;
}

/**
 * Writes, in the transaction of the hand-over, to who takes these courses over, unless they took them themselves, and to those who
 * had asked for them and now have someone else to answer.
 */
export async function writeHandover(
  db: Db,
  author: Author,
  desk: Desk,
  { ids, from, to, word }: { ids: readonly number[]; from: string | null; to: string | null; word: string },
): Promise<void> {
  const referent = to ? await findRecipient(db, to) : undefined;
  if (!to || !referent || ids.length === 0) return;
  const theme = await findTheme(db);
  const passed = await listPassed(db, ids);
  if (author.accountId !== to) {
    const names = await accountNames(db, [from, author.accountId]);
    const first = passed[0];
    const path =
      passed.length === 1 && first ? support.one(first.id) : withQuery(support.week(), { referent: to });
    const letter = takenOverLetter(theme, {
      to: referent.name,
      from: from && from !== author.accountId ? names.get(from) : undefined,
      by: names.get(author.accountId ?? "") ?? "L’équipe",
      word,
      courses: passed,
      href: desk.config.baseUrl + path,
    });
    await writeLetter(db, desk.jobs, { to: referent.email, ...letter });
  }
  for (const { subject, request_id, name, email } of passed) {
    if (!request_id || !email) continue;
    const token = tokenOf(desk.config.secret, request_id);
    const href = desk.config.baseUrl + support.follow(token);
    await sql`update support.requests set token = ${digestOf(token)}
      where id = ${request_id} and token <> ${digestOf(token)}`.execute(db);
    const letter = newReferentLetter(theme, { name: name ?? "", subject, referent: referent.name, href });
    await writeLetter(db, desk.jobs, { to: email, ...letter });
  }
}

/** These courses, with who asked for them when they still may be written to. */
async function listPassed(db: Db, ids: readonly number[]): Promise<Passed[]> {
  const { rows } = await sql<Passed>`
    select course.id, course.subject, coalesce(organisation.name, main.typed) as organisation,
      request.id as request_id, request.name, request.email
    from support.courses course
    left join support.course_organisations main on main.course_id = course.id and main.position = 0
    left join directory.shared_organisations organisation on organisation.id = main.organisation_id
    left join support.requests request on request.course_id = course.id and request.withdrawn_at is null
      and request.email <> '' and course.stage <> 'closed'
    where course.id = any(${[...ids]}::bigint[])
    order by platform.fold(course.subject), course.id`.execute(db);
  return rows;
}
