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
  organisateur: ({ organisateur }) => unless(organisateur, sql`date.event_id in (select event_id from held)`),
  origine: ({ origine }) =>
    unless(
      origine,
      sql`date.origin = case ${origine ?? null}::text when 'reseau' then 'own' else 'relayed' end`,
    ),
};

/** The events that an organisation holds, `held`, when it is asked and everyone may see it named. */
const held = ({ organisateur }: AgendaQuestion): Piece => sql`held as materialized (
  select organiser.event_id from agenda.organisers organiser
  join directory.shared_organisations organisation on organisation.id = organiser.organisation_id
  where organiser.organisation_id = ${organisateur ?? null}::bigint and ${mayBeNamed})`;

const wordsOf = (words = "") =>
  fold(words)
    .split(" ")
    .filter(Boolean)
    .map((word) => `${word}:*`);

/** The events that the words find, `found`: each word begins a word of the event, of one of its dates, or of the name of an organiser. */
const found = (asked: AgendaQuestion): Piece => sql`found as materialized (
  select hit.event_id from unnest(${wordsOf(asked.q)}::text[]) with ordinality as word (start, rank)
  cross join lateral (
    select event.id as event_id from agenda.events event where event.search @@ to_tsquery('simple', word.start)
    union select session.event_id from agenda.sessions session
      where session.search @@ to_tsquery('simple', word.start) and session.removed_at is null
    union select organiser.event_id from agenda.organisers organiser
      left join directory.shared_organisations organisation on organisation.id = organiser.organisation_id
      where organiser.search @@ to_tsquery('simple', word.start) and ${mayBeNamed}) hit
  group by hit.event_id having count(*) = cardinality(${wordsOf(asked.q)}::text[]))`;

/** That a date is announced, and that the words find it. What was planned in a period that is over, and never had a date, is nowhere. */
const announced = (asked: AgendaQuestion, today: Day) =>
  sql<SqlBool>`(not date.vague or date.last_on >= ${today}::date) and (cardinality(${wordsOf(asked.q)}::text[]) = 0 or date.event_id in (select event_id from found))`;

/**
 * The dates of the period that the words find, each with the filters that it passes: `base`; and those that pass them all:
 * `matched`. To be put after `with`. The text is the same whatever is asked.
 */
export function selection(asked: AgendaQuestion, period: Period, today: Day): Piece {
  const flags = dimensions.map(
    (dimension) => sql`${filters[dimension](asked)} as ${sql.ref(`in_${dimension}`)}`,
  );
  return sql`${found(asked)}, ${held(asked)}, base as materialized (
      select date.key, date.event_id, date.session_id, date.vague, date.first_on, date.last_on, date.sort_on, date.starts_at,
             date.online, date.on_site, date.commune_code, date.department_code, date.training, date.kind_id, date.origin,
             date.audience_type_ids, date.pole_id, date.axis_id, date.sector_ids, date.goal_ids, date.country_codes,
             date.changed_at, ${sql.join(flags)}
      from agenda.public_dates date
      where date.last_on >= coalesce(${period.from}::date, '-infinity')
        and date.first_on <= coalesce(${period.to}::date, 'infinity') and ${announced(asked, today)}
    ), matched as materialized (select * from base where ${passing()})`;
}

/** The dates of any time that the words find and that pass all the filters: `passing`, their days only. */
export const ofAnyTime = (asked: AgendaQuestion, today: Day): Piece => sql`passing as materialized (
  select date.vague, date.first_on, date.last_on from agenda.public_dates date
  where ${announced(asked, today)} and ${sql.join(
    dimensions.map((dimension) => filters[dimension](asked)),
    sql` and `,
  )})`;

/** The dates that have left a day of the period for another, with the same filters: `away`. */
export const leaving = (
  asked: AgendaQuestion,
  period: Period,
  today: Day,
): Piece => sql`away as materialized (
  select date.* from agenda.public_dates date
  where date.moved_from between ${period.from}::date and ${period.to}::date and date.moved_from <> date.first_on
    and ${announced(asked, today)} and ${sql.join(
      dimensions.map((dimension) => filters[dimension](asked)),
      sql` and `,
    )})`;

/** That a row of `base` passes the filters, all but the one named. */
export const passing = (except?: Dimension) =>
  sql<SqlBool>`(${sql.join(
    dimensions
      .filter((dimension) => dimension !== except)
      .map((dimension) => sql`${sql.ref(`base.in_${dimension}`)}`),
    sql` and `,
  )})`;

/** The order of a programme: by month; in each, what has a date, by day and hour, then what has only a period. */
export const programmeOrder = (table: string) => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`date_trunc('month', ${column("sort_on")}), ${column("vague")}, ${column("sort_on")},
    ${column("starts_at")} nulls first, ${column("event_id")}, ${column("session_id")}`;
};
