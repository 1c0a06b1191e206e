import { type RawBuilder, type SqlBool, sql } from "kysely";
import { listTerms } from "#domains/vocabularies/index.ts";
import { type Criterion, type CriterionField, one } from "#platform/criterion.ts";
import { either } from "#platform/french.ts";

const group = "Réunions";

const met = (organisationId: RawBuilder<number>, also: RawBuilder<unknown> = sql``) => sql<SqlBool>`exists (
  select from activities.meeting_organisations met
  join activities.meetings meeting on meeting.id = met.meeting_id and meeting.removed_at is null
  where met.organisation_id = ${organisationId} ${also})`;

const inYear = (text: string) => {
  const year = Number(text);
  return text && year > 0
    ? sql`and meeting.held_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`
    : sql``;
};

const whenAny: CriterionField = { name: "annee", label: "Année", kind: "year", optional: true };
const during = (text: string) => (text ? ` en ${text}` : "");

/** What the log of meetings says of an organisation, for segments. */
export const meetingCriteria: readonly Criterion[] = [
  {
    id: "activities.met",
    group,
    label: "Rencontrées en réunion",
    fields: [whenAny],
    place: "clause",
    phrase: (asked) => `qui ont pris part à une réunion${during(one(asked, "annee"))}`,
    denial: (asked) => `qui n’ont pris part à aucune réunion${during(one(asked, "annee"))}`,
    condition: (organisationId, asked) => met(organisationId, inYear(one(asked, "annee"))),
  },
  {
    id: "activities.met-at",
    group,
    label: "Rencontrées à un type de réunion",
    fields: [
      {
        name: "type",
        label: "Types de réunions",
        kind: "many",
        choices: async (db, values) =>
          (await listTerms(db, "meeting_types", { retired: true }))
            .filter(({ code, retired_at }) => retired_at === null || values.includes(code))
            .map(({ code, label }) => ({ value: code, label })),
      },
      whenAny,
    ],
    place: "clause",
    phrase: (asked, labels) =>
      `qui ont pris part à une réunion du type ${either(quoted(labels("type")))}${during(one(asked, "annee"))}`,
    denial: (asked, labels) =>
      `qui n’ont pris part à aucune réunion du type ${either(quoted(labels("type")))}${during(one(asked, "annee"))}`,
    condition: (organisationId, asked) =>
      met(
        organisationId,
        sql`and meeting.type_id = any(array(select id from vocabularies.shared_terms
          where list_id = 'meeting_types' and code = any(${[...(asked["type"] ?? [])]}::text[])))
          ${inYear(one(asked, "annee"))}`,
      ),
  },
  {
    id: "activities.never-met",
    group,
    label: "Jamais rencontrées",
    fields: [],
    place: "clause",
    phrase: () => "qui n’ont encore pris part à aucune réunion",
    denial: () => "qui ont déjà pris part à une réunion",
    condition: (organisationId) => sql<SqlBool>`not ${met(organisationId)}`,
  },
];

const quoted = (labels: readonly string[]) => labels.map((label) => `« ${label} »`);
