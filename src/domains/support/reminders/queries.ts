import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Standing } from "../rules.ts";

/** Whether this account is sent the weekly digest; those who said nothing are. */
export async function wantsDigest(db: Db, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ refused: boolean }>`
    select exists (select from support.digest_refusals where user_id::text = ${accountId}) as refused`.execute(
    db,
  );
  return !rows[0]?.refused;
}

/** The referents of open courses and cohorts who want the digest and have not had that of this week; the accounts in order. */
export async function listDigestReaders(db: Db, monday: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with referents as (
      select referent_id as id from support.courses where stage <> 'closed' and removed_at is null
      union
      select referent_id from support.cohorts where closed_on is null and removed_at is null
    )
    select id from referents
    where id is not null
      and not exists (select from support.digest_refusals refusal where refusal.user_id = referents.id)
      and not exists (select from support.digests digest
        where digest.user_id = referents.id and digest.monday = ${monday})
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

export type HeldCourse = Standing & { id: number; subject: string; organisation: string | null };

/** The open courses of a referent, as the digest weighs them. */
export async function listStandings(db: Db, referentId: string): Promise<HeldCourse[]> {
  const { rows } = await sql<HeldCourse>`
    select course.id, course.subject, coalesce(organisation.name, main.typed) as organisation, course.stage,
      (course.stage_since at time zone 'Europe/Paris')::date as "stageSince",
      (course.touched_at at time zone 'Europe/Paris')::date as "touchedOn", course.next_step_on as "nextStepOn"
    from support.courses course
    left join support.course_organisations main on main.course_id = course.id and main.position = 0
    left join directory.shared_organisations organisation on organisation.id = main.organisation_id
    where course.referent_id = ${referentId} and course.stage <> 'closed' and course.removed_at is null
    order by course.next_step_on nulls last, course.id`.execute(db);
  return rows;
}
