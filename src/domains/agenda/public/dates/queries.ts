import { sql } from "kysely";
import { yearOf } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { growingWords, type Words } from "#platform/memory/words.ts";
import { type DateLine, lineColumns, lineJoins, mayBeNamed, programmeOrder } from "../lines.ts";
import { type Module, readModules } from "./queries.modules.ts";
import { type Names, numberValues, type Value, type Values } from "./values.ts";

/** What a date is filtered by, as the tables say it. */
export interface DateFacts {
  kind_id: number | null;
  commune_code: string | null;
  department_code: string | null;
  sector_ids: number[];
  goal_ids: number[];
  country_codes: string[];
  audience_type_ids: number[];
  pole_id: number | null;
  axis_id: number | null;
}

interface FoundDate extends DateLine {
  on_site: boolean;
  module_id: number | null;
  /** Of its module: the word of its cycle. */
  cycle: string | null;
  nature: "thematic" | "methodological" | null;
}

export interface DateRow extends FoundDate {
  facts: DateFacts;
  words: string;
}

/** A date of the public agenda, with all by which it is found. */
export interface PublicDate extends FoundDate {
  /** The numbers of its values, in all the filters. */
  values: readonly number[];
  /** Of its event, among those of the agenda. */
  event: number;
  /** In which it begins, and in which it ends when it is another. */
  years: readonly number[];
}

/** The whole public agenda: all that its pages say is found in it, and counted. */
export interface Dates {
  /** In the order of a programme. */
  dates: readonly PublicDate[];
  values: Values;
  /** The words of each event, of its dates, and of those who hold it. */
  words: Words;
  events: number;
  modules: readonly Module[];
}

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
  const { values, numbers } = numberValues(rows, await readNames(db));
  const byEvent = Map.groupBy(rows, ({ event_id }) => event_id);
  const events = new Map([...byEvent.keys()].map((id, event) => [id, event]));
  const words = growingWords();
  for (const dates of byEvent.values()) words.push(dates.map((date) => date.words).join(" "));
  return {
    dates: rows.map(({ facts: _, words: __, ...line }, place) => ({
      ...line,
      values: numbers[place] ?? [],
      event: events.get(line.event_id) ?? -1,
      years: yearsOf(line),
    })),
    values,
    words: await words.cut(async () => {}),
    events: events.size,
    modules: await readModules(db),
  };
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

function yearsOf({ first_on, last_on }: DateLine): number[] {
  const years = [first_on, last_on].flatMap((day) => (day ? [yearOf(day)] : []));
  return [...new Set(years)];
}
