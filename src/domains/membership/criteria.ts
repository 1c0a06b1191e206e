import { type RawBuilder, type SqlBool, sql } from "kysely";
import { listTerms } from "#domains/vocabularies/index.ts";
import { type Criterion, one } from "#platform/criterion.ts";
import { either } from "#platform/french.ts";

const group = "Adhésion";
const year = (text: string) => Number(text) || 0;

const memberIn = (organisationId: RawBuilder<number>, when: number) => sql<SqlBool>`exists (
  select from membership.memberships membership
  where membership.organisation_id = ${organisationId} and membership.year = ${when} and membership.removed_at is null)`;

/** What membership says of an organisation, for segments. */
export const membershipCriteria: readonly Criterion[] = [
  {
    id: "membership.member",
    group,
    label: "Membres l’année…",
    fields: [{ name: "annee", label: "Année", kind: "year" }],
    place: "adjective",
    phrase: (asked) => `membres en ${one(asked, "annee")}`,
    condition: (organisationId, asked) => memberIn(organisationId, year(one(asked, "annee"))),
  },
  {
    id: "membership.college",
    group,
    label: "Membres dans un collège",
    fields: [
      { name: "annee", label: "Année", kind: "year" },
      {
        name: "college",
        label: "Collèges",
        kind: "many",
        choices: async (db, values) =>
          (await listTerms(db, "colleges", { retired: true }))
            .filter(({ code, retired_at }) => retired_at === null || values.includes(code))
            .map(({ code, label }) => ({ value: code, label })),
      },
    ],
    place: "adjective",
    phrase: (asked, labels) =>
      `membres en ${one(asked, "annee")} dans le collège ${either(labels("college").map((label) => `« ${label} »`))}`,
    condition: (organisationId, asked) => sql<SqlBool>`exists (
      select from membership.shared_memberships membership
      where membership.organisation_id = ${organisationId} and membership.year = ${year(one(asked, "annee"))}
        and membership.college_code = any(${[...(asked["college"] ?? [])]}::text[]))`,
  },
  {
    id: "membership.years",
    group,
    label: "Membres pendant au moins… années",
    fields: [{ name: "nombre", label: "Nombre d’années", kind: "number" }],
    place: "clause",
    phrase: (asked) => `qui ont été membres au moins ${years(one(asked, "nombre"))}`,
    denial: (asked) => `qui ont été membres moins de ${years(one(asked, "nombre"))}`,
    condition: (organisationId, asked) => sql<SqlBool>`${organisationId} in (
      select membership.organisation_id from membership.memberships membership where membership.removed_at is null
      group by membership.organisation_id having count(*) >= ${year(one(asked, "nombre"))})`,
  },
  {
    id: "membership.lapsed",
    group,
    label: "N’ont pas renouvelé leur adhésion",
    fields: [
      {
        name: "annee",
        label: "Année du renouvellement attendu",
        kind: "year",
        help: "Membres l’année d’avant, pas celle-ci.",
      },
    ],
    place: "clause",
    phrase: (asked) =>
      `qui étaient membres en ${year(one(asked, "annee")) - 1} sans l’être en ${one(asked, "annee")}`,
    denial: (asked) =>
      `à l’exclusion de ce qui était membre en ${year(one(asked, "annee")) - 1} sans l’être en ${one(asked, "annee")}`,
    condition: (organisationId, asked) => {
      const expected = year(one(asked, "annee"));
      return sql<SqlBool>`${memberIn(organisationId, expected - 1)} and not ${memberIn(organisationId, expected)}`;
    },
  },
];

const years = (count: string) => (Number(count) > 1 ? `${count} années` : `${count} année`);
