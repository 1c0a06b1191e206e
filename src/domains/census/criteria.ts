import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Criterion, type CriterionField, one } from "#platform/criterion.ts";
import type { Db } from "#platform/db/index.ts";

const group = "Recensement";

/** The campaigns that were opened, as a choice. */
const campaign: CriterionField = {
  name: "campagne",
  label: "Campagne",
  kind: "one",
  choices: async (db: Db) => {
    const rows = await db
      .selectFrom("census.campaigns")
      .select(["id", "title"])
      .where("state", "<>", "draft")
      .orderBy("year", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(({ id, title }) => ({ value: String(id), label: title }));
  },
};

const asked = (organisationId: RawBuilder<number>, condition: RawBuilder<unknown>) => sql<SqlBool>`exists (
  select from census.shared_answers answer where answer.organisation_id = ${organisationId} and ${condition})`;
const number = (text: string) => Number(text) || 0;

/** What the census says of an organisation, for segments. */
export const censusCriteria: readonly Criterion[] = [
  {
    id: "census.answered",
    group,
    label: "Ont répondu à une campagne",
    fields: [campaign],
    place: "clause",
    phrase: (_, labels) => `qui ont répondu à « ${labels("campagne")[0] ?? ""} »`,
    condition: (organisationId, said) =>
      asked(
        organisationId,
        sql`answer.campaign_id = ${number(one(said, "campagne"))} and answer.state = 'answered'`,
      ),
  },
  {
    id: "census.asked",
    group,
    label: "Ont été sollicitées par une campagne",
    fields: [campaign],
    place: "clause",
    phrase: (_, labels) => `qui ont été sollicitées par « ${labels("campagne")[0] ?? ""} »`,
    denial: (_, labels) => `qui n’ont pas été sollicitées par « ${labels("campagne")[0] ?? ""} »`,
    condition: (organisationId, said) =>
      asked(organisationId, sql`answer.campaign_id = ${number(one(said, "campagne"))}`),
  },
  {
    id: "census.ever",
    group,
    label: "N’ont jamais répondu au recensement",
    fields: [],
    place: "clause",
    phrase: () => "qui n’ont jamais répondu au recensement",
    denial: () => "qui ont déjà répondu au recensement",
    condition: (organisationId) =>
      sql<SqlBool>`not ${asked(organisationId, sql`answer.answered_on is not null`)}`,
  },
];
