import { type RawBuilder, sql } from "kysely";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type MeetingQuestion, none, type Sort } from "./input.list.ts";
import { settings } from "./texts.ts";

type Condition = RawBuilder<boolean>;
export type Filter =
  | "mois"
  | "type"
  | "cadre"
  | "lieu"
  | "pole"
  | "axe"
  | "mission"
  | "dispositif"
  | "equipe"
  | "classe";

export const liveness = (asked: MeetingQuestion): Condition =>
  asked.etat === "supprimees" ? sql`removed_at is not null` : sql`removed_at is null`;

export const inChosenYear: Condition = sql`((select year from chosen) is null or meeting.held_on between
  make_date((select year from chosen), 1, 1) and make_date((select year from chosen), 12, 31))`;

/** Each word begins a word of the subject, of a place or of the name of an organisation met. */
export function matchesWords(words = ""): Condition {
  const tests = fold(words)
    .split(" ")
    .filter(Boolean)
    .map((word): Condition => sql`meeting.words like ${`% ${word}%`}`);
  return and(tests);
}

/**
 * When a class of population is asked for: the organisations met that are of it, found once each; « aucun »: those that the rule
 * cannot class.
 */
export const withClasses = ({ classe }: MeetingQuestion) =>
  classe === undefined
    ? sql``
    : sql`, of_class as materialized (
        select organisation_id from ${metCollectivites(sql`chosen`)} place
        where ${classe === none ? sql`place.class_code is null` : sql`place.class_code = ${classe}`}
      )`;

/** The collectivités met in the year of `chosen`, each once, with their class: the rule of `activities.shared_collectivites_met`. */
export const metCollectivites = (chosen: RawBuilder<unknown>) => sql`(
  select organisation.id as organisation_id, organisation.name, place.kind, place.name as place, place.population,
         class.code as class_code, class.label as class_label, class.position as class_position
  from directory.shared_organisations organisation
  left join lateral territory.collectivity_of(organisation.name, organisation.siren, organisation.commune_code) place on true
  left join lateral (
    select term.code, term.label, term.position from vocabularies.shared_terms term
    where term.list_id = 'population_classes' and term.code ~ '^\\d{1,9}$' and place.population >= term.code::bigint
    order by term.code::bigint desc limit 1
  ) class on true
  where organisation.actor_type_code = 'collectivite' and organisation.id in (
    select met.organisation_id from activities.shared_meeting_organisations met, ${chosen}
    where ${chosen}.year is null or met.held_on between make_date(${chosen}.year, 1, 1) and make_date(${chosen}.year, 12, 31)))`;

const heading = (column: string, asked: number | typeof none | undefined): Condition | undefined =>
  asked === undefined
    ? undefined
    : asked === none
      ? sql`meeting.${sql.ref(column)} is null`
      : sql`meeting.${sql.ref(column)} = ${asked}`;

/** The filters that count each other's values; `except` is the one whose values are being counted. */
export function narrowed(asked: MeetingQuestion, except?: Filter): Condition[] {
  const setting = settings.find((one) => one.name === asked.cadre)?.code;
  const filters: Record<Filter, Condition | undefined> = {
    mois: asked.mois === undefined ? undefined : sql`month = ${asked.mois}`,
    type: asked.type === undefined ? undefined : sql`type_code = ${asked.type}`,
    cadre: setting && sql`setting = ${setting}`,
    lieu:
      asked.lieu === undefined
        ? undefined
        : sql`exists (select from activities.shared_meeting_places place
            where place.meeting_id = meeting.id and place.key = ${asked.lieu})`,
    pole: heading("pole_id", asked.pole),
    axe: heading("axis_id", asked.axe),
    mission: heading("mission_id", asked.mission),
    dispositif: heading("scheme_id", asked.dispositif),
    equipe:
      asked.equipe === undefined
        ? undefined
        : asked.equipe === none
          ? sql`not exists (select from activities.shared_meeting_staff present where present.meeting_id = meeting.id)`
          : sql`meeting.id in (select present.meeting_id from activities.shared_meeting_staff present
              where present.user_id = ${asked.equipe}::uuid)`,
    classe:
      asked.classe === undefined
        ? undefined
        : sql`meeting.id in (select met.meeting_id from activities.meeting_organisations met
            where met.organisation_id in (select organisation_id from of_class))`,
  };
  const imported: Condition[] = asked.import ? [sql`import_id = ${asked.import}`] : [];
  const chosen = Object.entries(filters).flatMap(([name, filter]) =>
    filter && name !== except ? [filter] : [],
  );
  return [...chosen, ...imported];
}

export const and = (conditions: readonly Condition[]): Condition =>
  conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`;

export const facet = (value: RawBuilder<unknown>, label: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
  sql`(select coalesce(jsonb_agg(line), '[]') from (
    select ${value} as value, ${label} as label, count(*)::int as count
    from scope meeting where ${where} group by 1 order by 1) line)`;

const orders: Record<Sort, RawBuilder<unknown>> = {
  date: sql`held_on`,
  sujet: sql`platform.fold(subject)`,
  type: sql`type`,
  duree: sql`duration_minutes`,
  participants: sql`participants`,
};

export function order(asked: MeetingQuestion["tri"]) {
  const direction = asked.startsWith("-") ? sql`desc` : sql`asc`;
  return sql`${orders[asked.replace("-", "") as Sort]} ${direction}, held_on desc, id desc`;
}
