import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Subject } from "#platform/personal-data.ts";

/**
 * Who a person or an account is, for all the rooms that keep something of them: names and addresses, those of the past too,
 * as the change log remembers them. Undefined when there is neither.
 */
export async function findSubject(
  db: Db,
  who: { personId: number } | { userId: string },
): Promise<Subject | undefined> {
  const person = "personId" in who ? sql`person.id = ${who.personId}` : sql`person.user_id = ${who.userId}`;
  const { rows } = await sql<Subject>`
    with person as (select person.* from directory.people person where ${person}),
    account as (
      select account.* from accounts.shared_accounts account
      where account.id = coalesce((select user_id from person), ${"userId" in who ? who.userId : null}::uuid)
    ),
    points as (
      select coalesce(change.after, change.before) as line from platform.changes change
      where coalesce(change.after, change.before) ->> 'person_id' = (select id from person)::text
        and change.table_name = 'directory.contact_points'
    ),
    lines as (
      select change.after as line from platform.changes change
      where change.table_name = 'directory.people' and change.row_key = (select id from person)::text
    ),
    emails as (
      select lower(value) as email from directory.contact_points
      where person_id = (select id from person) and kind = 'email'
      union select lower(line ->> 'value') from points where line ->> 'kind' = 'email'
      union select email from account
    ),
    names as (
      select trim(given_name || ' ' || family_name) as name from person
      union select trim(concat(line ->> 'given_name', ' ', line ->> 'family_name')) from lines
      union select name from account
    )
    select (select id from person) as "personId", (select id from account) as "userId",
      (select coalesce(array_agg(email order by email) filter (where email <> ''), '{}') from emails) as emails,
      (select coalesce(array_agg(name order by name) filter (where name <> ''), '{}') from names) as names
    where exists (select from person) or exists (select from account)`.execute(db);
  return rows[0];
}

/** How many requests to be erased wait for an answer. */
export async function countRequests(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("directory.erasure_requests")
    .select((line) => line.fn.countAll<number>().as("count"))
    .where("answer", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

const requests = (db: Db) =>
  db
    .selectFrom("directory.erasure_requests as request")
    .innerJoin("accounts.shared_accounts as account", "account.id", "request.user_id")
    .leftJoin("directory.people as person", "person.user_id", "request.user_id")
    .select(["request.id", "request.user_id", "request.message", "request.asked_at", "request.answer"])
    .select(["request.reason", "request.answered_at", "person.id as person_id"])
    .select(["account.name", "account.email"])
    .$narrowType<{ name: string; email: string }>();

/** Requests to be erased: those that wait first, the oldest first; then the last fifty that were answered. */
export function listRequests(db: Db) {
  return requests(db)
    .orderBy(sql`request.answer is not null`)
    .orderBy(sql`case when request.answer is null then request.asked_at end`)
    .orderBy("request.id", "desc")
    .limit(100)
    .execute();
}

export type ErasureRequest = Awaited<ReturnType<typeof listRequests>>[number];

/** The last request that an account made, answered or not. */
export function findRequestOf(db: Db, userId: string) {
  return requests(db).where("request.user_id", "=", userId).orderBy("request.id", "desc").executeTakeFirst();
}

export interface ErasureRecord {
  id: number;
  person_id: number;
  erased_at: string;
  by: string | null;
  on_request: boolean;
  lines: { part: string; what: string; count: number; outcome: string }[];
}

/** What was erased, when and by whom, the latest first: the proof that it was done, without personal data. */
export function erasures() {
  return sql<ErasureRecord>`
    select erasure.id, erasure.person_id, erasure.erased_at, account.name as by, erasure.on_request, erasure.lines
    from directory.erasures erasure left join accounts.shared_accounts account on account.id = erasure.erased_by`;
}

export async function listErasures(db: Db, page: number, size: number) {
  const { rows } = await sql<ErasureRecord & { total: number }>`
    select listed.*, count(*) over ()::int as total from (${erasures()}) listed
    order by listed.id desc limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}
