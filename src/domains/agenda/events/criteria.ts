import { type RawBuilder, type SqlBool, sql } from "kysely";
import { listTerms } from "#domains/vocabularies/index.ts";
import { type Asked, type Criterion, type CriterionField, one } from "#platform/criterion.ts";
import { either } from "#platform/french.ts";

const group = "Agenda";
const whenAny: CriterionField = { name: "annee", label: "Année", kind: "year", optional: true };
const during = (asked: Asked) => (one(asked, "annee") ? ` en ${one(asked, "annee")}` : "");

/** That an organisation holds, alone or with others, an event announced and not cancelled, with a date in the year asked. */
const holds = (organisationId: RawBuilder<number>, asked: Asked, also: RawBuilder<unknown>) => {
  const year = Number(one(asked, "annee")) || 0;
  return sql<SqlBool>`exists (
    select from agenda.organisers organiser
    join agenda.shared_sessions session on session.event_id = organiser.event_id
    where organiser.organisation_id = ${organisationId} and session.status = 'published' and not session.cancelled
      ${year > 0 ? sql`and session.year = ${year}::int` : sql``} ${also})`;
};

/** What the agenda says of an organisation, for segments. */
export const eventCriteria: readonly Criterion[] = [
  {
    id: "agenda.holds",
    group,
    label: "Organisent un événement",
    fields: [
      {
        name: "type",
        label: "Types d’événements",
        kind: "many",
        optional: true,
        choices: async (db, values) =>
          (await listTerms(db, "event_kinds", { retired: true }))
            .filter(({ code, retired_at }) => retired_at === null || values.includes(code))
            .map(({ code, label }) => ({ value: code, label })),
      },
      whenAny,
    ],
    place: "clause",
    phrase: (asked, labels) => `qui ont organisé un événement${ofKind(labels("type"))}${during(asked)}`,
    denial: (asked, labels) => `qui n’ont organisé aucun événement${ofKind(labels("type"))}${during(asked)}`,
    condition: (organisationId, asked) => {
      const codes = [...(asked["type"] ?? [])];
      const kinds = sql`and session.kind_id = any(array(select id from vocabularies.shared_terms
        where list_id = 'event_kinds' and code = any(${codes}::text[])))`;
      return holds(organisationId, asked, codes.length > 0 ? kinds : sql``);
    },
  },
  {
    id: "agenda.trains",
    group,
    label: "Organisent une formation",
    fields: [whenAny],
    place: "clause",
    phrase: (asked) => `qui ont organisé une formation${during(asked)}`,
    denial: (asked) => `qui n’ont organisé aucune formation${during(asked)}`,
    condition: (organisationId, asked) => holds(organisationId, asked, sql`and session.training`),
  },
];

const ofKind = (labels: readonly string[]) =>
  labels.length > 0 ? ` du type ${either(labels.map((label) => `« ${label} »`))}` : "";
