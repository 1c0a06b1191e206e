import { type RawBuilder, sql } from "kysely";
import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import { people } from "#paths/people.ts";
import type { TimelineLine, TimelinePart } from "#platform/timeline.ts";
import { builtInFields } from "../fields/registry.ts";
import { linkKinds, linkWords } from "../links/rules.ts";
import { mergesTimeline } from "../merging/timeline.ts";
import { kinds as partnershipKinds } from "../partnerships/texts.ts";
import { roleKinds } from "../people/texts.ts";

/** The words of a code of the table, as an SQL expression. */
const worded = (column: RawBuilder<unknown>, words: Readonly<Record<string, string>>) =>
  sql`(${JSON.stringify(words)}::jsonb ->> ${column})`;

/** A begin and an end of one row are two lines: its number twice, plus one for the end. */
const rowOf = (key: number) => Math.floor(key / 2);

/** What the record of an organisation shows of a change, by column. */
const fieldWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(builtInFields.map(({ key, label }) => [key, label])),
  tag_ids: "Étiquettes",
  custom: "Champs ajoutés",
};

const changes: TimelinePart = {
  id: "changes",
  label: "Fiche",
  lines: (organisationId): RawBuilder<TimelineLine> => sql`
    select (change.at at time zone 'Europe/Paris')::date as day, change.id as key,
      case
        when change.action = 'insert' then 'Fiche créée'
        when change.after ->> 'status' = 'archived' and change.before ->> 'status' <> 'archived' then 'Fiche archivée'
        when change.before ->> 'status' = 'archived' and change.after ->> 'status' <> 'archived' then 'Fiche rétablie'
        when change.before ->> 'visibility' <> change.after ->> 'visibility' and change.after ->> 'visibility' = 'listed'
          then 'Mise dans l’annuaire public'
        when change.before ->> 'visibility' <> change.after ->> 'visibility' then 'Retirée de l’annuaire public'
        else 'Modifié : ' || words.labels
      end as title,
      case when account.name is not null then 'Par ' || account.name else 'Par Maillage' end as detail
    from platform.changes change
    cross join lateral (
      select string_agg(word.value, ', ' order by word.value) as labels
      from jsonb_each_text(${JSON.stringify(fieldWords)}::jsonb) word
      where change.before -> word.key is distinct from change.after -> word.key) words
    left join accounts.shared_accounts account on account.id = change.account_id
    where change.table_name = 'directory.organisations' and change.row_key = (${organisationId})::text
      and (change.action = 'insert' or words.labels is not null
        or change.before ->> 'status' is distinct from change.after ->> 'status'
        or change.before ->> 'visibility' is distinct from change.after ->> 'visibility')`,
  href: (_, organisationId) => directory.one(organisationId),
};

const roles: TimelinePart = {
  id: "roles",
  label: "Personne",
  lines: (organisationId) => sql`
    select moment.day, role.id * 2 + moment.part as key,
      (case when person.erased_at is not null then 'Une personne' else trim(person.given_name || ' ' || person.family_name) end)
        || (case when moment.part = 0 then ' prend une fonction' else ' quitte sa fonction' end) as title,
      coalesce(nullif(role.title, ''), ${worded(sql`role.kind`, roleKinds)}, '') as detail
    from directory.roles role
    join directory.people person on person.id = role.person_id
    cross join lateral (values
      (0, coalesce(role.since, case when role.until is null
        then (role.created_at at time zone 'Europe/Paris')::date end)), (1, role.until)) moment (part, day)
    where role.organisation_id = ${organisationId} and moment.day is not null`,
  href: (key) => people.role(rowOf(key)),
};

const outWords = Object.fromEntries(linkKinds.map((kind) => [kind, linkWords(kind, "out")]));
const inWords = Object.fromEntries(linkKinds.map((kind) => [kind, linkWords(kind, "in")]));

const links: TimelinePart = {
  id: "links",
  label: "Lien",
  lines: (organisationId) => sql`
    select moment.day, link.id * 2 + moment.part as key,
      (case when moment.part = 1 then 'Fin : ' else '' end)
        || (case when link.from_id = ${organisationId} then ${worded(sql`link.kind`, outWords)}
            else ${worded(sql`link.kind`, inWords)} end) || ' ' || other.name as title,
      link.note as detail
    from directory.links link
    join directory.organisations other
      on other.id = case when link.from_id = ${organisationId} then link.to_id else link.from_id end
    cross join lateral (values
      (0, coalesce(link.since, case when link.until is null
        then (link.created_at at time zone 'Europe/Paris')::date end)), (1, link.until)) moment (part, day)
    where (link.from_id = ${organisationId} or link.to_id = ${organisationId}) and moment.day is not null`,
  href: (key, organisationId) => partnerships.link(rowOf(key), organisationId),
};

const partnershipsPart: TimelinePart = {
  id: "partnerships",
  label: "Partenariat",
  lines: (organisationId) => sql`
    select coalesce(make_date(partnership.since_year, 1, 1),
        (partnership.created_at at time zone 'Europe/Paris')::date) as day, partnership.id as key,
      ${worded(sql`partnership.kind`, partnershipKinds)} || ' avec ' || partnership.partner as title,
      country.name as detail
    from directory.partnerships partnership
    join territory.shared_countries country on country.code = partnership.country_code
    where partnership.organisation_id = ${organisationId}`,
  href: partnerships.one,
};

/** What the directory itself knows of an organisation's past: its record, the merges that made it, its people,
 * its links, its partnerships. */
export const directoryTimeline: readonly TimelinePart[] = [
  changes,
  mergesTimeline,
  roles,
  links,
  partnershipsPart,
];
