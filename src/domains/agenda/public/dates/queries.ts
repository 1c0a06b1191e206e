import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { lineColumns, lineJoins, mayBeNamed, programmeOrder } from "../lines.ts";
import { type DateRow, type Dates, holdDates } from "./held.ts";
import { readModules } from "./queries.modules.ts";
import type { Names, Value } from "./values.ts";

const wordsIn = (search: string) => sql`array_to_string(tsvector_to_array(${sql.ref(search)}), ' ')`;

/** Reads the public agenda, in three statements. */
export async function readDates(db: Db): Promise<Dates> {
  const { rows } = await sql<DateRow>`
    select ${lineColumns}, line.on_site, line.module_id, cycle.code as cycle, coalesce(line.nature, module.nature) as nature,
      jsonb_build_object('kind_id', line.kind_id, 'commune_code', line.commune_code,
        'department_code', line.department_code, 'sector_ids', line.sector_ids, 'goal_ids', line.goal_ids,
        'country_codes', line.country_codes, 'audience_type_ids', line.audience_type_ids, 'pole_id', line.pole_id,
        'axis_id', line.axis_id) as facts,
      concat_ws(' ', ${wordsIn("event.search")}, ${wordsIn("session.search")}, (
        select string_agg(${wordsIn("organiser.search")}, ' ') from agenda.organisers organiser
        left join directory.shared_organisations organisation on organisation.id = organiser.organisation_id
        where organiser.event_id = line.event_id and ${mayBeNamed})) as words
    from agenda.public_dates line ${lineJoins}
    left join agenda.modules module on module.id = line.module_id
    left join vocabularies.shared_terms cycle on cycle.id = module.cycle_id
    order by ${programmeOrder("line")}`.execute(db);
  return holdDates(rows, await readNames(db), await readModules(db));
}

/** What terms and countries are called. */
async function readNames(db: Db): Promise<Names> {
  const { rows } = await sql<Value & { id: number | null }>`
    select id, code as value, label, position from vocabularies.shared_terms
    where list_id in ('event_kinds', 'sectors', 'odd', 'actor_types', 'poles', 'strategic_axes')
    union all select null, code, name, 0 from territory.shared_countries`.execute(db);
  return {
    terms: new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const]))),
    countries: new Map(rows.filter(({ id }) => id === null).map((row) => [row.value, row])),
  };
}
