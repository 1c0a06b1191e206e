/** Who may see a field. */
export const fieldVisibilities = ["public", "members", "staff"] as const;
export type Visibility = (typeof fieldVisibilities)[number];

export type FieldKind =
  | "text"
  | "paragraph"
  | "rna"
  | "siren"
  | "siret"
  | "uai"
  | "number"
  | "year"
  | "date"
  | "yes_no"
  | "web"
  | "email"
  | "phone"
  | "term"
  | "terms"
  | "commune"
  | "department"
  | "countries"
  | "choice"
  | "choices"
  | "picture";

/** What a field holds; null when nothing is known. Terms are numbers, countries and communes codes. */
export type FieldValue = string | number | boolean | readonly string[] | readonly number[] | null;
export type FieldValues = Record<string, FieldValue>;

/** A field of the record of an organisation, built in or added in the settings. */
export interface Field {
  /** The column of `directory.organisations`; `custom.<code>` for a custom field; `email` or `phone`: the first contact point of that kind. */
  key: string;
  label: string;
  kind: FieldKind;
  /** The vocabulary lists in which a `term` or `terms` are chosen. */
  lists?: readonly string[];
  /** The answers of a `choice` or of `choices`. */
  choices?: readonly { code: string; label: string }[];
  help?: string;
  /** In characters. */
  longest?: number;
  /** Who sees it unless its facts say otherwise. */
  visibility: Visibility;
  /** Its visibility is that of the card: the public list sorts, counts and filters by it. */
  fixed?: boolean;
  /** What its own organisation says of it is taken without being read again. */
  safe: boolean;
  /** Counts in the completeness of a card. */
  expected: boolean;
  /** A custom field that stands among the filters of the lists. */
  filter?: boolean;
}

const safe = { visibility: "public", safe: true, expected: true } as const;
const read = { visibility: "public", safe: false, expected: true } as const;
const rare = { visibility: "public", safe: false, expected: false } as const;

/** The fields of every organisation, in the order of the card. */
export const builtInFields: readonly Field[] = [
  { key: "name", label: "Nom", kind: "text", longest: 300, ...read, fixed: true },
  { key: "acronym", label: "Sigle", kind: "text", longest: 60, ...rare, fixed: true },
  {
    key: "actor_type_id",
    label: "Type d’acteur",
    kind: "term",
    lists: ["actor_types"],
    ...read,
    fixed: true,
  },
  {
    key: "family_id",
    label: "Famille d’acteurs",
    kind: "term",
    lists: ["actor_families"],
    ...rare,
    fixed: true,
  },
  { key: "description", label: "Présentation", kind: "paragraph", longest: 5000, ...safe },
  { key: "website", label: "Site internet", kind: "web", ...safe },
  { key: "email", label: "Courriel", kind: "email", ...read, visibility: "staff" },
  { key: "phone", label: "Téléphone", kind: "phone", ...read, visibility: "staff" },
  { key: "address", label: "Adresse", kind: "text", longest: 300, ...read, visibility: "members" },
  { key: "postal_code", label: "Code postal", kind: "text", longest: 10, ...rare, visibility: "members" },
  { key: "commune_code", label: "Commune", kind: "commune", ...read, fixed: true },
  { key: "department_code", label: "Département", kind: "department", ...rare, fixed: true },
  { key: "sector_ids", label: "Secteurs d’action", kind: "terms", lists: ["sectors"], ...safe },
  { key: "goal_ids", label: "Objectifs de développement durable", kind: "terms", lists: ["odd"], ...safe },
  { key: "country_codes", label: "Pays d’action", kind: "countries", ...safe },
  { key: "rna", label: "Numéro RNA", kind: "rna", ...rare },
  { key: "siren", label: "SIREN", kind: "siren", ...rare },
  { key: "siret", label: "SIRET", kind: "siret", ...rare, visibility: "staff" },
  { key: "uai", label: "Code UAI", kind: "uai", ...rare },
  { key: "legal_form", label: "Forme juridique", kind: "text", longest: 120, ...rare, safe: true },
  { key: "founded_year", label: "Année de création", kind: "year", ...safe },
  { key: "logo_file_id", label: "Logo", kind: "picture", ...rare },
  {
    key: "profile_id",
    label: "Profil",
    kind: "term",
    lists: ["local_authority_profiles", "association_profiles"],
    ...rare,
    visibility: "staff",
  },
  { key: "network_since", label: "Connue du réseau depuis", kind: "date", ...rare, visibility: "staff" },
];
