import { sql } from "kysely";
import { type Criterion, one } from "#platform/criterion.ts";
import { dayInParis } from "#platform/dates.ts";
import { formatDay } from "#ui/format.ts";
import { confirmedBefore } from "../confirmation/rules.ts";
import { builtInFields, type Field } from "../fields/registry.ts";
import { wordChoices } from "./criteria.parts.ts";

const group = "La fiche";
const number = (text: string) => Number(text) || 0;

/** What a card may have, and the words for it. */
const parts = {
  email: [
    "Un courriel",
    "un courriel",
    sql`exists (select from directory.contact_points point
    where point.organisation_id = organisation.id and point.kind = 'email')`,
  ],
  phone: [
    "Un téléphone",
    "un téléphone",
    sql`exists (select from directory.contact_points point
    where point.organisation_id = organisation.id and point.kind = 'phone')`,
  ],
  website: ["Un site internet", "un site internet", sql`organisation.website <> ''`],
  description: ["Une présentation", "une présentation", sql`organisation.description <> ''`],
  logo: ["Un logo", "un logo", sql`organisation.logo_file_id is not null`],
  siret: ["Un SIRET", "un SIRET", sql`organisation.siret is not null`],
  rna: ["Un numéro RNA", "un numéro RNA", sql`organisation.rna is not null`],
} as const;
const partOf = (key: string) => parts[key as keyof typeof parts];

/** That an expected field of the record holds something. */
function isFilled({ key, kind }: Field) {
  const known = partOf(key)?.[2];
  if (known) return known;
  const column = sql.ref(`organisation.${key}`);
  if (kind === "terms" || kind === "countries") return sql`cardinality(${column}) > 0`;
  const empty = ["text", "paragraph", "web"].includes(kind);
  return empty ? sql`${column} <> ''` : sql`${column} is not null`;
}

/** How complete the card is, in per cent: the rule of `completenessOf`, in SQL. */
function completeness() {
  const expected = builtInFields.filter((field) => field.expected);
  const filled = sql.join(
    expected.map((field) => sql`(${isFilled(field)})::int`),
    sql` + `,
  );
  return sql`(${filled}) * 100 / ${sql.lit(expected.length)}`;
}

/** What the card says of itself: what it has, since when, confirmed when. */
export const cardCriteria: readonly Criterion[] = [
  {
    id: "directory.has",
    group,
    label: "A une coordonnée, une présentation, un identifiant",
    fields: [
      {
        name: "quoi",
        label: "Ce que la fiche a",
        kind: "one",
        choices: wordChoices(Object.fromEntries(Object.entries(parts).map(([key, [label]]) => [key, label]))),
      },
    ],
    place: "clause",
    phrase: (asked) => `qui ont ${partOf(one(asked, "quoi"))?.[1] ?? "une coordonnée"}`,
    condition: (_, asked) => sql`${partOf(one(asked, "quoi"))?.[2] ?? sql`false`}`,
  },
  {
    id: "directory.completeness",
    group,
    label: "Fiche remplie au moins à",
    fields: [{ name: "part", label: "Part remplie, en %", kind: "number" }],
    place: "clause",
    phrase: (asked) => `dont la fiche est remplie à ${one(asked, "part")} % au moins`,
    denial: (asked) => `dont la fiche est remplie à moins de ${one(asked, "part")} %`,
    condition: (_, asked) => sql`${completeness()} >= ${number(one(asked, "part"))}`,
  },
  {
    id: "directory.confirmed",
    group,
    label: "Fiche confirmée par l’organisation depuis",
    fields: [{ name: "jour", label: "Depuis le", kind: "day" }],
    place: "clause",
    phrase: (asked) => `dont la fiche est confirmée depuis le ${formatDay(one(asked, "jour"))}`,
    denial: (asked) => `dont la fiche n’est pas confirmée depuis le ${formatDay(one(asked, "jour"))}`,
    condition: (_, asked) => sql`coalesce(organisation.confirmed_on >= ${one(asked, "jour")}::date, false)`,
  },
  {
    id: "directory.to-confirm",
    group,
    label: "Fiche à reconfirmer",
    fields: [],
    place: "clause",
    phrase: () => "dont la fiche est à reconfirmer",
    condition:
      () => sql`coalesce(organisation.confirmed_on, (organisation.created_at at time zone 'Europe/Paris')::date)
      < ${confirmedBefore(dayInParis(new Date()))}::date`,
  },
  {
    id: "directory.known",
    group,
    label: "Connues du réseau depuis",
    fields: [{ name: "annee", label: "Année", kind: "year", help: "Cette année-là ou avant." }],
    place: "clause",
    phrase: (asked) => `que le réseau connaît depuis ${one(asked, "annee")} au moins`,
    denial: (asked) => `que le réseau ne connaissait pas encore en ${one(asked, "annee")}`,
    condition: (_, asked) => sql`extract(year from coalesce(organisation.network_since,
      (organisation.created_at at time zone 'Europe/Paris')::date)) <= ${number(one(asked, "annee"))}`,
  },
  {
    id: "directory.founded",
    group: "Ce qu’elles sont",
    label: "Créées depuis",
    fields: [{ name: "annee", label: "Année", kind: "year", help: "Cette année-là ou après." }],
    place: "clause",
    phrase: (asked) => `dont la création date de ${one(asked, "annee")} ou d’après`,
    denial: (asked) => `dont la création n’est pas connue comme datant de ${one(asked, "annee")} ou d’après`,
    condition: (_, asked) =>
      sql`coalesce(organisation.founded_year >= ${number(one(asked, "annee"))}, false)`,
  },
];
