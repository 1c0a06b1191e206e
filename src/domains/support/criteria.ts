import { type RawBuilder, type SqlBool, sql } from "kysely";
import { listTerms } from "#domains/vocabularies/index.ts";
import { type Asked, type Criterion, type CriterionField, one } from "#platform/criterion.ts";
import { either } from "#platform/french.ts";
import { incubationCriteria } from "./incubation/criteria.ts";

const group = "Accompagnement";

const accompanied = (organisationId: RawBuilder<number>, also: RawBuilder<unknown>) => sql<SqlBool>`exists (
  select from support.course_organisations line
  join support.courses course on course.id = line.course_id and course.removed_at is null
  where line.organisation_id = ${organisationId} ${also})`;

/** Opened that year; with no year, opened at all: what was only asked for does not count. */
const inYear = (text: string) => {
  const year = Number(text);
  return text && year > 0
    ? sql`and course.opened_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`
    : sql`and course.stage <> 'request' and course.outcome is distinct from 'withdrawn'`;
};

const whenAny: CriterionField = { name: "annee", label: "Année", kind: "year", optional: true };
const during = (asked: Asked) => (one(asked, "annee") ? ` en ${one(asked, "annee")}` : "");
const quoted = (labels: readonly string[]) => either(labels.map((label) => `« ${label} »`));

/** What the support says of an organisation, for segments. */
export const supportCriteria: readonly Criterion[] = [
  {
    id: "support.accompanied",
    group,
    label: "Accompagnées",
    fields: [whenAny],
    place: "clause",
    phrase: (asked) => `que le réseau a commencé à accompagner${during(asked)}`,
    denial: (asked) => `que le réseau n’a pas commencé à accompagner${during(asked)}`,
    condition: (organisationId, asked) => accompanied(organisationId, inYear(one(asked, "annee"))),
  },
  {
    id: "support.theme",
    group,
    label: "Accompagnées sur un thème",
    fields: [
      {
        name: "theme",
        label: "Thèmes",
        kind: "many",
        choices: async (db, values) =>
          (await listTerms(db, "support_themes", { retired: true }))
            .filter(({ code, retired_at }) => retired_at === null || values.includes(code))
            .map(({ code, label }) => ({ value: code, label })),
      },
      whenAny,
    ],
    place: "clause",
    phrase: (asked, labels) =>
      `que le réseau a accompagnées sur le thème ${quoted(labels("theme"))}${during(asked)}`,
    denial: (asked, labels) =>
      `que le réseau n’a pas accompagnées sur le thème ${quoted(labels("theme"))}${during(asked)}`,
    condition: (organisationId, asked) =>
      accompanied(
        organisationId,
        sql`and course.theme_ids && array(select id from vocabularies.shared_terms
          where list_id = 'support_themes' and code = any(${[...(asked["theme"] ?? [])]}::text[]))
          ${inYear(one(asked, "annee"))}`,
      ),
  },
  {
    id: "support.open",
    group,
    label: "En cours d’accompagnement",
    fields: [],
    place: "clause",
    phrase: () => "qui ont un accompagnement en cours",
    denial: () => "qui n’ont aucun accompagnement en cours",
    condition: (organisationId) =>
      accompanied(organisationId, sql`and course.stage not in ('request', 'closed')`),
  },
  ...incubationCriteria,
];
