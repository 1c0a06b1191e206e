import { type SqlBool, sql } from "kysely";
import { inCountry, listCountries } from "#domains/territory/index.ts";
import type { Criterion, CriterionField } from "#platform/criterion.ts";
import { linkKinds, linkWords, sayings } from "../links/rules.ts";
import { kinds, states } from "./texts.ts";

const choicesOf = (words: Record<string, string>) => async () =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const kindWords: Record<string, string> = {
  twinning: "un jumelage",
  decentralised_cooperation: "une coopération décentralisée",
  other: "un autre partenariat",
};
const stateWords: Record<string, string> = { active: "actif", dormant: "en sommeil", ended: "terminé" };

const country: CriterionField = {
  name: "pays",
  label: "Pays",
  kind: "many",
  optional: true,
  choices: async (db) =>
    (await listCountries(db)).map(({ code, name, subregion }) => ({
      value: code,
      label: name,
      group: subregion ?? undefined,
    })),
};

const among = (column: ReturnType<typeof sql>, values: readonly string[] | undefined) =>
  values && values.length > 0 ? sql`${column} = any(${[...values]}::text[])` : sql`true`;

/** What an organisation does abroad, and to whom it is linked. */
export const partnershipCriteria: readonly Criterion[] = [
  {
    id: "partnerships.abroad",
    group: "Partenariats",
    label: "Partenariat à l’étranger",
    fields: [
      country,
      { name: "genre", label: "Genre", kind: "many", optional: true, choices: choicesOf(kinds) },
      { name: "etat", label: "État", kind: "many", optional: true, choices: choicesOf(states) },
    ],
    place: "clause",
    phrase: (asked, labels) => {
      const what = (asked["genre"] ?? []).map((kind) => kindWords[kind] ?? kind).join(" ou ");
      const codes = asked["pays"] ?? [];
      const where = labels("pays")
        .map((name, index) => inCountry(codes[index] ?? "", name))
        .join(" ou ");
      const state = (asked["etat"] ?? []).map((one) => stateWords[one] ?? one).join(" ou ");
      const place = where || (what ? "" : "à l’étranger");
      return ["qui ont", what || "un partenariat", place, state ? `(${state})` : ""]
        .filter(Boolean)
        .join(" ");
    },
    condition: (organisationId, asked) => sql<SqlBool>`exists (
      select from directory.partnerships partnership where partnership.organisation_id = ${organisationId}
        and ${among(sql`partnership.country_code`, asked["pays"])} and ${among(sql`partnership.kind`, asked["genre"])}
        and ${among(sql`partnership.state`, asked["etat"])})`,
  },
  {
    id: "links.linked",
    group: "Partenariats",
    label: "Lien avec une organisation",
    fields: [
      {
        name: "lien",
        label: "Ce qui les lie",
        kind: "one",
        optional: true,
        choices: async () => sayings,
      },
      { name: "organisation", label: "Nom de l’organisation", kind: "text", optional: true },
    ],
    place: "clause",
    phrase: (asked) => {
      const name = asked["organisation"]?.[0];
      const [kind = "", side] = (asked["lien"]?.[0] ?? "").split(".");
      const other = name ? `« ${name} »` : "une autre organisation";
      if (!kind) return `qui ont un lien avec ${other}`;
      return `dont on dit : ${linkWords(kind, side === "in" ? "in" : "out")} ${other}`;
    },
    condition: (organisationId, asked) => {
      const name = asked["organisation"]?.[0] ?? "";
      const [kind = "", side] = (asked["lien"]?.[0] ?? "").split(".");
      const mutual = linkKinds.some((one) => one === kind && linkWords(one, "in") === linkWords(one, "out"));
      const called = name
        ? sql`exists (select from directory.organisations other where other.id = seen.other_id
            and (other.key = platform.fold(${name}) or other.acronym_key = platform.fold(${name})))`
        : sql`true`;
      const said = kind
        ? sql`seen.kind = ${kind} and (${mutual} or seen.side = ${side ?? "out"})`
        : sql`true`;
      return sql<SqlBool>`exists (select from (
          select link.kind, 'out' as side, link.to_id as other_id, link.until from directory.links link
          where link.from_id = ${organisationId}
          union all
          select link.kind, 'in', link.from_id, link.until from directory.links link
          where link.to_id = ${organisationId}) seen
        where coalesce(seen.until > current_date, true) and ${said} and ${called})`;
    },
  },
];
