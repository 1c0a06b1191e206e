import { formatDay, formatNumber, formatShortDay } from "#ui/format.ts";
import type { Fact, FactSource, FieldWords } from "./queries.ts";
import type { Field, FieldValue, FieldValues, Visibility } from "./registry.ts";
import { isEmpty } from "./rules.ts";

/** What the built-in fields are called in a form and in the address of an error. */
const names: Record<string, string> = {
  name: "nom",
  acronym: "sigle",
  actor_type_id: "type",
  family_id: "famille",
  description: "presentation",
  website: "site",
  email: "courriel",
  phone: "telephone",
  address: "adresse",
  postal_code: "code_postal",
  commune_code: "commune",
  department_code: "departement",
  sector_ids: "secteurs",
  goal_ids: "odd",
  country_codes: "pays",
  rna: "rna",
  siren: "siren",
  siret: "siret",
  uai: "uai",
  legal_form: "forme",
  founded_year: "annee",
  logo_file_id: "logo",
  profile_id: "profil",
  network_since: "depuis",
};

/** The name of a field in a form: `nom`, `perso_puits`. */
export const formName = (key: string) => names[key] ?? `perso_${key.replace("custom.", "")}`;

/** A value as a person would type it in the form: a list for boxes, else a line. */
export function typedValue(
  field: Field,
  value: FieldValue | undefined,
  words: FieldWords,
): string | string[] {
  const list = (Array.isArray(value) ? value : []).map(String);
  if (field.kind === "terms" || field.kind === "choices") return list;
  if (isEmpty(value)) return "";
  switch (field.kind) {
    case "countries":
      return list.map((code) => words.countries[code] ?? code).join(", ");
    case "commune":
      return words.communes[String(value)] ?? "";
    case "date":
      return formatShortDay(String(value));
    case "number":
      return String(value).replace(".", ",");
    case "yes_no":
      return value === true ? "oui" : "non";
    default:
      return String(value);
  }
}

/** A value as people read it: words for terms and places, one after the other; empty when nothing is known. */
export function writtenValue(field: Field, value: FieldValue | undefined, words: FieldWords): string {
  if (isEmpty(value)) return "";
  const list = (Array.isArray(value) ? value : [value]).map(String);
  const called = (known: Record<string, string>) => list.map((one) => known[one] ?? one).join(" ; ");
  switch (field.kind) {
    case "term":
    case "terms":
      return called(words.terms);
    case "countries":
      return list.map((code) => words.countries[code] ?? code).join(", ");
    case "commune":
      return called(words.communes);
    case "department":
      return called(words.departments);
    case "choice":
    case "choices":
      return called(Object.fromEntries((field.choices ?? []).map(({ code, label }) => [code, label])));
    case "date":
      return formatDay(String(value));
    case "number":
      return formatNumber(Number(value));
    case "yes_no":
      return value === true ? "Oui" : "Non";
    case "picture":
      return "une image";
    default:
      return String(value);
  }
}

/** A record as the form would have been typed. */
export const typedValues = (fields: readonly Field[], values: FieldValues, words: FieldWords) =>
  Object.fromEntries(
    fields.map((field) => [formName(field.key), typedValue(field, values[field.key], words)]),
  );

/** Who sees a field, in a word; `fixed` ones follow the card. */
export const visibilityWords: Record<Visibility, string> = {
  public: "Visible de tous",
  members: "Visible des adhérents",
  staff: "Équipe seulement",
};

const sources: Record<FactSource["source"], string> = {
  staff: "Saisi par l’équipe",
  declared: "Déclaré par l’organisation",
  census: "Déclaré par l’organisation",
  import: "Importé",
  rna: "Repris du répertoire des associations (RNA)",
  sirene: "Repris de Sirene",
  merge: "Repris d’une fiche fusionnée",
};

/** Where a value comes from, in a sentence: `Importé de « adherents.csv », le 3 mars 2021`. */
export function factSentence(fact: Pick<Fact, "source" | "label" | "on"> | undefined): string {
  if (!fact?.source) return "";
  const from = { census: "dans", import: "de", merge: "de" }[fact.source as string] ?? "";
  const label = fact.label ? ` ${from ? `${from} ` : "· "}« ${fact.label} »` : "";
  return `${sources[fact.source]}${label}${fact.on ? `, le ${formatDay(fact.on)}` : ""}`;
}
