import { type RawBuilder, type SqlBool, sql } from "kysely";
import { inCountry, listCountries } from "#domains/territory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { type Asked, type Criterion, type CriterionField, one } from "#platform/criterion.ts";
import { either } from "#platform/french.ts";
import { roles, stages } from "./rules.ts";

const codes = (asked: Asked, field: string) => [...(asked[field] ?? [])];

/** Terms of a list by their codes. */
const termIds = (list: string, values: readonly string[]) => sql`array(
  select id from vocabularies.shared_terms where list_id = ${list} and code = any(${[...values]}::text[]))`;

const termChoices =
  (list: string): NonNullable<CriterionField["choices"]> =>
  async (db, values) =>
    (await listTerms(db, list, { retired: true }))
      .filter(({ code, retired_at }) => retired_at === null || values.includes(code))
      .map(({ code, label }) => ({ value: code, label }));

const fixed =
  (list: readonly { code: string; label: string }[]): NonNullable<CriterionField["choices"]> =>
  async () =>
    list.map(({ code, label }) => ({ value: code, label }));

/** Each question narrows the same project: a project at once in Mali, about water, in 2021. */
function narrowed(asked: Asked): RawBuilder<unknown> {
  const year = Number(one(asked, "annee")) || 0;
  const parts = [
    [one(asked, "role") !== "", sql`link.role = ${one(asked, "role")}`],
    [codes(asked, "pays").length > 0, sql`project.country_codes && ${codes(asked, "pays")}::text[]`],
    [
      codes(asked, "secteur").length > 0,
      sql`project.sector_ids && ${termIds("sectors", codes(asked, "secteur"))}`,
    ],
    [codes(asked, "odd").length > 0, sql`project.goal_ids && ${termIds("odd", codes(asked, "odd"))}`],
    [codes(asked, "etape").length > 0, sql`project.stage = any(${codes(asked, "etape")}::text[])`],
    [
      year > 0,
      sql`(coalesce(project.starts_on, project.ends_on) <= make_date(${year}::int, 12, 31)
        and coalesce(project.ends_on, case when project.stage in ('finished', 'abandoned', 'idea') then project.starts_on
          else 'infinity'::date end) >= make_date(${year}::int, 1, 1))`,
    ],
  ] as const;
  const wanted = parts.filter(([isAsked]) => isAsked).map(([, condition]) => condition);
  return wanted.length > 0 ? sql`and ${sql.join(wanted, sql` and `)}` : sql``;
}

/** ` au Mali ou au Bénin, dans le secteur « Santé », en 2021`. */
function details(asked: Asked, labels: (field: string) => readonly string[]): string {
  const places = labels("pays").map((name, index) => inCountry(codes(asked, "pays")[index] ?? "", name));
  const quoted = (field: string) => either(labels(field).map((label) => `« ${label} »`));
  const year = one(asked, "annee");
  const [first = "", ...others] = [
    places.length > 0 ? either(places) : "",
    labels("secteur").length > 0 ? `dans le secteur ${quoted("secteur")}` : "",
    codes(asked, "odd").length > 0 ? `pour l’ODD ${either(codes(asked, "odd"))}` : "",
    labels("etape").length > 0 ? `à l’étape ${quoted("etape")}` : "",
    year ? `en ${year}` : "",
  ].filter(Boolean);
  return first ? ` ${[first, ...others].join(", ")}` : "";
}

const whoseRole: CriterionField = {
  name: "role",
  label: "Comme",
  kind: "one",
  optional: true,
  choices: fixed(roles),
};

/** What the panorama says of an organisation, for segments; archived projects do not count. */
export const projectCriteria: readonly Criterion[] = [
  {
    id: "projects.has",
    group: "Panorama",
    label: "Ont un projet",
    fields: [
      whoseRole,
      {
        name: "pays",
        label: "Pays",
        kind: "many",
        optional: true,
        choices: async (db) =>
          (await listCountries(db)).map(({ code, name, continent }) => ({
            value: code,
            label: name,
            group: continent ?? undefined,
          })),
      },
      { name: "secteur", label: "Secteurs", kind: "many", optional: true, choices: termChoices("sectors") },
      { name: "odd", label: "ODD", kind: "many", optional: true, choices: termChoices("odd") },
      { name: "etape", label: "Étapes", kind: "many", optional: true, choices: fixed(stages) },
      { name: "annee", label: "En cours l’année", kind: "year", optional: true },
    ],
    place: "clause",
    phrase: (asked, labels) => `qui ${verbs[one(asked, "role")] ?? "ont "}un projet${details(asked, labels)}`,
    denial: (asked, labels) =>
      `qui ${denials[one(asked, "role")] ?? "n’ont aucun projet"}${details(asked, labels)}`,
    condition: (organisationId, asked) => sql<SqlBool>`exists (
      select from projects.shared_project_organisations link
      join projects.shared_projects project on project.id = link.project_id and project.status <> 'archived'
      where link.organisation_id = ${organisationId} ${narrowed(asked)})`,
  },
];

/** What one does in a project, by role. */
const verbs: Record<string, string> = {
  carrier: "portent ",
  partner_here: "sont partenaires ici d’",
  partner_there: "sont partenaires là-bas d’",
  funder: "financent ",
  technical: "appuient ",
};
const denials: Record<string, string> = {
  carrier: "ne portent aucun projet",
  partner_here: "ne sont partenaires ici d’aucun projet",
  partner_there: "ne sont partenaires là-bas d’aucun projet",
  funder: "ne financent aucun projet",
  technical: "n’appuient aucun projet",
};
