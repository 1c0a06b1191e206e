import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type AgendaQuestion, type Dimension, dimensions } from "./input.ts";
import type { Period } from "./rules.ts";

type Condition = RawBuilder<SqlBool>;
export type Piece = RawBuilder<unknown>;

/** An organiser that everyone may see named: one that the directory does not know, or that its public part lists. */
export const mayBeNamed = sql<SqlBool>`(organiser.organisation_id is null
  or organisation.visibility = 'listed' and organisation.status = 'published')`;

const termId = (list: string, code: string | undefined) =>
  sql`(select id from vocabularies.shared_terms where list_id = ${sql.lit(list)} and code = ${code ?? null}::text)`;

/** That a date passes one filter, whatever is asked of it: the text of the statement stays the same, and its plan is kept. */
const unless = (value: string | number | undefined, condition: Piece) =>
  sql<SqlBool>`(${value === undefined ? null : String(value)}::text is null or coalesce(${condition}, false))`;

const filters: Record<Dimension, (asked: AgendaQuestion) => Condition> = {
  quoi: ({ quoi }) => unless(quoi, sql`date.training = (${quoi ?? null}::text = 'formations')`),
  type: ({ type }) => unless(type, sql`date.kind_id = ${termId("event_kinds", type)}`),
  cadre: ({ cadre }) =>
    unless(cadre, sql`case ${cadre ?? null}::text when 'en-ligne' then date.online else date.on_site end`),
  departement: ({ departement }) =>
    unless(departement, sql`date.department_code = ${departement ?? null}::text`),
  commune: ({ commune }) => unless(commune, sql`date.commune_code = ${commune ?? null}::text`),
  secteur: ({ secteur }) => unless(secteur, sql`date.sector_ids @> array[${termId("sectors", secteur)}]`),
  odd: ({ odd }) => unless(odd, sql`date.goal_ids @> array[${termId("odd", odd)}]`),
  pays: ({ pays }) => unless(pays, sql`date.country_codes @> array[upper(${pays ?? null}::text)]`),
  public: (asked) =>
    unless(asked.public, sql`date.audience_type_ids @> array[${termId("actor_types", asked.public)}]`),
  pole: ({ pole }) => unless(pole, sql`date.pole_id = ${termId("poles", pole)}`),
  axe: ({ axe }) => unless(axe, sql`date.axis_id = ${termId("strategic_axes", axe)}`),
  organisateur: ({ organisateur }) =>
    unless(
      organisateur,
      sql`exists (select from agenda.organisers organiser
        join directory.shared_organisations organisation on organisation.id = organiser.organisation_id
        where organiser.event_id = date.event_id and organiser.organisation_id = ${organisateur ?? null}::bigint
          and ${mayBeNamed})`,
    ),
  origine: ({ origine }) =>
    unless(
      origine,
      sql`date.origin = case ${origine ?? null}::text when 'reseau' then 'own' else 'relayed' end`,
    ),
};

/** Each word begins a word of the event, of its date or of the name of an organiser. */
function wordsMatch(words = ""): Condition {
  const wanted = fold(words).split(" ").filter(Boolean);
  return sql<SqlBool>`not exists (
    select from unnest(${wanted.map((word) => `${word}:*`)}::text[]) as word (start)
    where not coalesce(date.search @@ to_tsquery('simple', word.start), false)
      and not coalesce(date.session_search @@ to_tsquery('simple', word.start), false)
      and not exists (select from agenda.organisers organiser
        left join directory.shared_organisations organisation on organisation.id = organiser.organisation_id
        where organiser.event_id = date.event_id and organiser.search @@ to_tsquery('simple', word.start) and ${mayBeNamed}))`;
}

/**
 * The dates that the words find, of any time, each with the filters that it passes: `every`; those of the period: `base`;
 * those of the period that pass all the filters: `matched`. To be put after `with`. What was planned in a period that is
 * over, and never had a date, is nowhere. The text is the same whatever is asked.
 */
export function selection(asked: AgendaQuestion, period: Period, today: Day): Piece {
  const flags = dimensions.map(
    (dimension) => sql`${filters[dimension](asked)} as ${sql.ref(`in_${dimension}`)}`,
  );
  return sql`every as materialized (
      select date.key, date.event_id, date.session_id, date.vague, date.first_on, date.last_on, date.sort_on, date.starts_at,
             date.moved_from, date.online, date.on_site, date.commune_code, date.department_code, date.training, date.kind_id,
             date.origin, date.audience_type_ids, date.pole_id, date.axis_id, date.sector_ids, date.goal_ids,
             date.country_codes, date.changed_at, ${sql.join(flags)}
      from agenda.public_dates date
      where (not date.vague or date.last_on >= ${today}::date) and ${wordsMatch(asked.q)}
    ), base as materialized (
      select * from every where last_on >= coalesce(${period.from}::date, '-infinity')
        and first_on <= coalesce(${period.to}::date, 'infinity')
    ), matched as materialized (select * from base where ${passing("base")})`;
}

/** That a row passes the filters, all but the one named. */
export const passing = (table: "base" | "every", except?: Dimension) =>
  sql<SqlBool>`(${sql.join(
    dimensions
      .filter((dimension) => dimension !== except)
      .map((dimension) => sql`${sql.ref(`${table}.in_${dimension}`)}`),
    sql` and `,
  )})`;

/** The order of a programme: by month; in each, what has a date, by day and hour, then what has only a period. */
export const programmeOrder = (table: string) => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`date_trunc('month', ${column("sort_on")}), ${column("vague")}, ${column("sort_on")},
    ${column("starts_at")} nulls first, ${column("event_id")}, ${column("session_id")}`;
};
