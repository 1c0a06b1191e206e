import type { ImportColumn } from "#platform/spreadsheets/import-kind.ts";
import type { Field, FieldKind } from "./fields/registry.ts";

const column = (key: string, label: string, synonyms: readonly string[], example: string): ImportColumn => ({
  key,
  label,
  synonyms,
  example,
});

/** The columns that any list of organisations may have; the name alone is enough. */
export const builtInColumns: readonly ImportColumn[] = [
  {
    key: "name",
    label: "Nom",
    required: true,
    synonyms: [
      "Organisation",
      "Structure",
      "Nom de la structure",
      "Nom de l’organisation",
      "Raison sociale",
      "Acteur",
    ],
    example: "Association Kabé Bénin",
  },
  column("acronym", "Sigle", ["Acronyme"], "AKB"),
  column("type", "Type", ["Type d’acteur", "Type de structure", "Nature", "Statut"], "Association locale"),
  column("department", "Département", ["Dept", "Dpt", "Dép"], "Nord"),
  column("commune", "Commune", ["Ville", "Localité"], "Roubaix"),
  column("postal_code", "Code postal", ["CP"], "59100"),
  column("address", "Adresse", ["Adresse postale", "Rue"], "1, rue des Arts"),
  column("rna", "RNA", ["Numéro RNA", "N° RNA", "Waldec"], "W595012345"),
  column("siret", "SIRET", ["Numéro SIRET", "N° SIRET"], "356 000 000 00048"),
  column("siren", "SIREN", ["Numéro SIREN", "N° SIREN"], "356 000 000"),
  column("uai", "Code UAI", ["UAI", "RNE"], "0590001F"),
  column("legal_form", "Forme juridique", ["Statut juridique"], "Association loi de 1901"),
  column("founded_year", "Année de création", ["Création", "Créée en"], "1998"),
  column("website", "Site web", ["Site", "Site internet", "Web"], "www.exemple.fr"),
  column(
    "email",
    "Courriel",
    ["Email", "E-mail", "Mail", "Adresse électronique", "Adresse mail"],
    "bonjour@exemple.fr",
  ),
  column("phone", "Téléphone", ["Tél", "Tel", "Numéro de téléphone"], "03 20 00 00 00"),
  column("description", "Description", ["Présentation", "Activités"], "Aide aux écoles"),
  column(
    "sectors",
    "Secteurs d’action",
    ["Secteurs", "Secteur", "Thématiques", "Domaines"],
    "Eau ; Éducation",
  ),
  column("goals", "Objectifs de développement durable", ["ODD"], "4, 6"),
  column("countries", "Pays d’action", ["Pays", "Pays d’intervention"], "Mali, Bénin"),
  column("tags", "Étiquettes", ["Étiquette", "Tags"], "À rappeler"),
];

const examples: Partial<Record<FieldKind, string>> = {
  number: "12,5",
  year: "1998",
  date: "6/1/2021",
  yes_no: "oui",
  web: "www.exemple.fr",
};

/** A field that the network added is a column by its name, or by its code. */
export const customColumn = ({ key, label, kind, choices }: Field): ImportColumn =>
  column(
    key,
    label,
    [key.replace("custom.", "")],
    choices?.[0]?.label || examples[kind] || "Comme dans la fiche",
  );
