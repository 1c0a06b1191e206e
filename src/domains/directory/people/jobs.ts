import { sql } from "kysely";
import { dayInParis } from "#platform/dates.ts";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import type { JobDefinition } from "#platform/jobs/index.ts";

/** Years without contact after which the team looks again at what is kept of a person (CNIL, référentiel associations). */
export const retentionYears = 3;

/**
 * Lists, and deletes nobody: marks the people with whom nothing happened for three years (no contact noted, no word on a
 * consent, no role begun or ended), and unmarks the others. Gives back how many were marked. Roles whose end came leave the
 * counts of the lists too.
 */
export async function listForReview(db: Db, today: string): Promise<number> {
  return inTransaction(db, system, async (db) => {
    const last = sql`greatest(person.last_contact_on, person.created_at::date,
      (select max(told_on) from directory.consents where person_id = person.id),
      (select max(greatest(since, until, created_at::date)) from directory.roles where person_id = person.id))`;
    const limit = sql`(${today}::date - make_interval(years => ${retentionYears}))::date`;
    await sql`update directory.people person set review_since = null
      where review_since is not null and (erased_at is not null or ${last} >= ${limit})`.execute(db);
    const marked = await sql`update directory.people person set review_since = ${today}
      where review_since is null and erased_at is null and created_at < ${limit} and ${last} < ${limit}`.execute(
      db,
    );
    await sql`select directory.index_people(array(
      select person_id from directory.roles where until between ${today}::date - 7 and ${today}::date))`.execute(
      db,
    );
    return Number(marked.numAffectedRows ?? 0n);
  });
}

export const peopleJobs: readonly JobDefinition[] = [
  {
    name: "directory.people.review",
    label: "Personnes sans contact depuis trois ans : liste à revoir",
    cron: "40 3 * * *",
    run: async ({ db }) => {
      await listForReview(db, dayInParis(new Date()));
    },
  },
];
