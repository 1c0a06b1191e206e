import { sql } from "kysely";
import { directory } from "#paths/directory.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** The merges of which an organisation is made, in its line of time. */
export const mergesTimeline: TimelinePart = {
  id: "merges",
  label: "Fusion de fiches",
  lines: (organisationId) => sql`
    select (merge.merged_at at time zone 'Europe/Paris')::date as day, merge.id as key,
           'Fusion avec la fiche « ' || (merge.loser_before ->> 'name') || ' »' as title, '' as detail
    from directory.merges merge where merge.winner_id = ${organisationId} and merge.undone_at is null`,
  href: (key) => directory.mergeDone(key),
};
