import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { FactSource } from "../fields/queries.ts";
import type { FieldValue } from "../fields/registry.ts";
import { pageSize } from "./input.ts";

export interface WaitingQuestion {
  /** `declared`, or `census:12` with the number of the campaign in its room. */
  source?: string | undefined;
  field?: string | undefined;
  organisation?: number | undefined;
  page?: number | undefined;
}

/** A change that someone said and that nobody has read yet. */
export interface WaitingChange {
  id: number;
  field: string;
  before: FieldValue;
  after: FieldValue;
  organisation_id: number;
  organisation: string;
  source: FactSource;
  said_by: string;
  message: string;
  created_at: string;
}

export interface WaitingChanges {
  rows: WaitingChange[];
  total: number;
  sources: { value: string; label: string; count: number }[];
  fields: { value: string; count: number }[];
}

const from = sql`(proposal.source ->> 'source') || coalesce(':' || (proposal.source ->> 'ref'), '')`;

/** A page of the changes that wait, the oldest proposals first, with what each filter would give: one statement. */
export async function listWaitingChanges(db: Db, asked: WaitingQuestion): Promise<WaitingChanges> {
  const when = (value: unknown, condition: RawBuilder<unknown>) =>
    value === undefined ? sql`true` : condition;
  const { rows } = await sql<WaitingChanges>`
    with waiting as materialized (
      select change.id, change.field, change.before, change.after, proposal.id as proposal_id, proposal.organisation_id,
             proposal.source, proposal.message, proposal.created_at,
             proposal.said_by, ${from} as from_source,
             ${when(asked.source, sql`${from} = ${asked.source}`)} as of_source,
             ${when(asked.field, sql`change.field = ${asked.field}`)} as of_field
      from directory.proposed_changes change
      join directory.proposals proposal on proposal.id = change.proposal_id
      where change.state = 'waiting'
        and ${when(asked.organisation, sql`proposal.organisation_id = ${asked.organisation}`)}
    ), page as (
      select * from waiting where of_source and of_field
      order by created_at, proposal_id, id
      limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}
    )
    select
      (select coalesce(json_agg(json_build_object('id', page.id, 'field', page.field, 'before', page.before,
          'after', page.after, 'organisation_id', page.organisation_id, 'organisation', organisation.name,
          'source', page.source, 'said_by', page.said_by, 'message', page.message, 'created_at', page.created_at)
          order by page.created_at, page.proposal_id, page.id), '[]')
       from page join directory.organisations organisation on organisation.id = page.organisation_id) as rows,
      (select count(*) from waiting where of_source and of_field)::int as total,
      (select coalesce(json_agg(s order by s.count desc, s.label), '[]') from (
         select from_source as value, coalesce(max(source ->> 'label'), '') as label, count(*)::int as count
         from waiting where of_field group by 1) s) as sources,
      (select coalesce(json_agg(f order by f.count desc, f.value), '[]') from (
         select field as value, count(*)::int as count from waiting where of_source group by 1) f) as fields`.execute(
    db,
  );
  return rows[0] ?? { rows: [], total: 0, sources: [], fields: [] };
}
