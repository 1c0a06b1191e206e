import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Db, prepared } from "#platform/db/index.ts";
import { type CatalogueQuestion, pageSize } from "./input.ts";
import { type DateLine, lineColumns, lineJoins, linesOf } from "./lines.ts";

/** What is taught, whoever asks and whenever. */
export interface CatalogueModule {
  id: number;
  title: string;
  cycle: string | null;
  nature: "thematic" | "methodological" | null;
  objectives: string;
  contents: string;
  audience: string;
  prerequisites: string;
  duration_minutes: number | null;
  /** Its next dates. */
  next: DateLine[];
  /** How many of its dates have been held. */
  held: number;
}

export interface Catalogue {
  /** Dates of trainings to come, in the order of a programme. */
  upcoming: DateLine[];
  modules: CatalogueModule[];
  /** A page of the dates that are over, the last first. */
  past: DateLine[];
  past_total: number;
  years: { year: number; count: number }[];
  cycles: { value: string; label: string; count: number }[];
  natures: { value: string; count: number }[];
  settings: { value: string; count: number }[];
}

const natureCodes = { thematique: "thematic", methodologique: "methodological" } as const;

/** The most dates to come that the page shows; the agenda has them all. */
const mostToCome = 200;

/** The catalogue of trainings and their dates as of `today`: one statement, planned once. */
export async function readCatalogue(db: Db, asked: CatalogueQuestion, today: Day): Promise<Catalogue> {
  const nature = asked.nature ? natureCodes[asked.nature] : null;
  const ofNature = (alias: string) =>
    sql`(${nature}::text is null or coalesce(${sql.ref(`${alias}.nature`)} = ${nature}::text, false))`;
  const ofCycle = (alias: string) => sql`(${asked.cycle ?? null}::text is null or coalesce(
    ${sql.ref(`${alias}.cycle_id`)} = (select id from vocabularies.shared_terms
      where list_id = 'training_cycles' and code = ${asked.cycle ?? null}::text), false))`;
  const { rows } = await sql<Catalogue>`${prepared}
    with dates as materialized (
      select date.key, date.event_id, date.session_id, date.vague, date.first_on, date.last_on, date.sort_on, date.starts_at,
             date.online, date.on_site, date.commune_code, date.training, date.kind_id, date.origin, date.changed_at,
             date.department_code, date.module_id, module.cycle_id, coalesce(date.nature, module.nature) as nature
      from agenda.public_dates date left join agenda.modules module on module.id = date.module_id
      where date.training and (not date.vague or date.last_on >= ${today}::date)
    ), chosen as materialized (
      select * from dates where ${ofNature("dates")} and ${ofCycle("dates")}
        and (${asked.cadre ?? null}::text is null
          or case ${asked.cadre ?? null}::text when 'en-ligne' then online else on_site end)
    ), upcoming as materialized (select * from chosen where last_on >= ${today}::date),
    past as materialized (
      select * from chosen where last_on < ${today}::date
        and (${asked.annee ?? null}::int is null or extract(year from first_on) = ${asked.annee ?? null}::int)
    ), shown as (
      select * from past order by first_on desc, key desc limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}
    ), modules as materialized (
      select module.*, cycle.label as cycle, cycle.code as cycle_code, coalesce(cycle.position, 1000000) as cycle_position
      from agenda.modules module left join vocabularies.shared_terms cycle on cycle.id = module.cycle_id
      where module.retired_at is null
    )
    select ${linesOf("upcoming", sql`limit ${mostToCome}`)} as upcoming,
      (select coalesce(jsonb_agg(to_jsonb(told) order by told.first_on desc, told.key desc), '[]') from (
        select ${lineColumns} from shown line ${lineJoins}) told) as past,
      (select count(*)::int from past) as past_total,
      (select coalesce(jsonb_agg(told - 'place' order by told->'place'), '[]') from (
        select to_jsonb(one) as told from (
          select module.id, module.title, module.cycle, module.nature, module.objectives, module.contents, module.audience,
                 module.prerequisites, module.duration_minutes,
                 row_number() over (order by module.cycle_position, module.cycle, module.position, module.title, module.id) as place,
                 ${linesOf("upcoming", sql`limit 3`, sql`dated.module_id = module.id`)} as next,
                 (select count(*)::int from dates where dates.module_id = module.id and last_on < ${today}::date) as held
          from modules module where ${ofNature("module")} and ${ofCycle("module")}) one) numbered) as modules,
      (select coalesce(jsonb_agg(line order by year desc), '[]') from (
        select extract(year from first_on)::int as year, count(*)::int as count from chosen
        where last_on < ${today}::date group by 1) line) as years,
      (select coalesce(jsonb_agg(line order by position), '[]') from (
        select cycle_code as value, cycle as label, count(*)::int as count, min(cycle_position) as position
        from modules where cycle is not null and ${ofNature("modules")} group by 1, 2) line) as cycles,
      (select coalesce(jsonb_agg(line order by value desc), '[]') from (
        select case nature when 'thematic' then 'thematique' else 'methodologique' end as value, count(*)::int as count
        from modules where nature is not null and ${ofCycle("modules")} group by 1) line) as natures,
      (select coalesce(jsonb_agg(line order by value), '[]') from (
        select its.setting as value, count(*)::int as count from dates
        cross join lateral (select 'en-ligne' where online union all select 'sur-place' where on_site) as its (setting)
        where ${ofNature("dates")} and ${ofCycle("dates")} group by 1) line) as settings`.execute(db);
  return rows[0] as Catalogue;
}
