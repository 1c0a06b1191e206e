import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { MeetingEntry } from "./commands.ts";

/**
 * Logs several meetings in their author's name, in one statement whatever their number; their numbers, in the order given.
 * What a person says comes checked: a type, a heading, an account or a person that is none throws, and nothing stays.
 */
export async function logMeetings(
  db: Db,
  author: Author,
  entries: readonly MeetingEntry[],
): Promise<number[]> {
  if (entries.length === 0) return [];
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ id: number }>`
      with given as materialized (
        select row.*, n from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) with ordinality as one (line, n)
        cross join lateral jsonb_to_record(one.line) as row (
          subject text, "typeId" bigint, "heldOn" date, "durationMinutes" integer, participants integer, online boolean,
          notes text, "poleId" bigint, "axisId" bigint, "missionId" bigint, "schemeId" bigint, "seriesId" uuid,
          places jsonb, organisations jsonb, staff jsonb, people jsonb)
      ), added as (
        insert into activities.meetings (subject, type_id, held_on, duration_minutes, participants, online, notes,
          pole_id, axis_id, mission_id, scheme_id, series_id, logged_by)
        select subject, "typeId", "heldOn", "durationMinutes", participants, online, coalesce(notes, ''),
               "poleId", "axisId", "missionId", "schemeId", "seriesId", ${author.accountId}::uuid
        from given order by n
        returning id
      ), logged as (
        -- Numbers are given in the order in which the rows are written.
        select added.id, given.* from (select id, row_number() over (order by id) as n from added) added
        join given using (n)
      ), placed as (
        insert into activities.meeting_places (meeting_id, position, typed, commune_code, country_code)
        select id, line.n - 1, line.one ->> 'typed', line.one ->> 'communeCode', line.one ->> 'countryCode'
        from logged cross join jsonb_array_elements(places) with ordinality as line (one, n)
      ), met as (
        insert into activities.meeting_organisations (meeting_id, position, typed, organisation_id)
        select id, line.n - 1, line.one ->> 'typed', (line.one ->> 'organisationId')::bigint
        from logged cross join jsonb_array_elements(organisations) with ordinality as line (one, n)
      ), present as (
        insert into activities.meeting_staff (meeting_id, user_id)
        select distinct id, account::uuid
        from logged cross join jsonb_array_elements_text(coalesce(staff, '[]')) as account
      ), seen as (
        insert into activities.meeting_people (meeting_id, position, typed, email, person_id)
        select id, line.n - 1, line.one ->> 'typed', coalesce(line.one ->> 'email', ''), (line.one ->> 'personId')::bigint
        from logged cross join jsonb_array_elements(coalesce(people, '[]')) with ordinality as line (one, n)
      )
      select id from logged order by n`.execute(db);
    return rows.map(({ id }) => id);
  });
}
