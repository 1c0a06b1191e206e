import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Asked, type Criterion, one } from "#platform/criterion.ts";
import type { Db } from "#platform/db/index.ts";
import { either } from "#platform/french.ts";

/** Cohorts that can be chosen; those of a saved segment stay, even deleted. */
async function listCohorts(db: Db, values: readonly string[]) {
  const { rows } = await sql<{ value: string; label: string }>`
    select id::text as value, name as label from support.cohorts
    where removed_at is null or id::text = any(${[...values]}::text[])
    order by from_year desc, id desc limit 500`.execute(db);
  return rows;
}

const states: Readonly<Record<string, { label: string; where: RawBuilder<unknown> }>> = {
  presentes: { label: "Elles y sont", where: sql`stay.left_on is null` },
  terminee: { label: "Elles l’ont suivie jusqu’au bout", where: sql`stay.outcome = 'finished'` },
  parties: { label: "Elles sont parties avant la fin", where: sql`stay.outcome = 'left'` },
};

const quoted = (labels: readonly string[]) => either(labels.map((label) => `« ${label} »`));
const verbs: Readonly<Record<string, readonly [said: string, denied: string]>> = {
  presentes: ["qui suivent", "qui ne suivent pas"],
  terminee: ["qui ont suivi jusqu’au bout", "qui n’ont pas suivi jusqu’au bout"],
  parties: ["qui ont quitté avant la fin", "qui n’ont pas quitté avant la fin"],
};
const verb = (asked: Asked) =>
  verbs[one(asked, "etat")] ?? ["qui suivent ou ont suivi", "qui n’ont jamais suivi"];

/** What incubation says of an organisation, for segments. */
export const incubationCriteria: readonly Criterion[] = [
  {
    id: "support.cohort",
    group: "Accompagnement",
    label: "Suivent une cohorte",
    fields: [
      { name: "cohorte", label: "Cohortes", kind: "many", choices: listCohorts },
      {
        name: "etat",
        label: "Où elles en sont",
        kind: "one",
        optional: true,
        choices: async () => Object.entries(states).map(([value, { label }]) => ({ value, label })),
      },
    ],
    place: "clause",
    phrase: (asked, labels) => `${verb(asked)[0]} la cohorte ${quoted(labels("cohorte"))}`,
    denial: (asked, labels) => `${verb(asked)[1]} la cohorte ${quoted(labels("cohorte"))}`,
    condition: (organisationId, asked) => sql<SqlBool>`exists (
      select from support.shared_incubation stay where stay.organisation_id = ${organisationId}
        and stay.cohort_id = any(${(asked["cohorte"] ?? []).map(Number)}::bigint[])
        and ${states[one(asked, "etat")]?.where ?? sql`true`})`,
  },
];
