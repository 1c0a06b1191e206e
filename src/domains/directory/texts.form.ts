import type { Typed } from "#platform/web/form.ts";
import { formatShortDay } from "#ui/format.ts";
import type { OrganisationForm } from "./input.ts";
import type { OrganisationRecord } from "./queries.ts";

/** What each field of the form is called. */
export const fieldLabels = {
  nom: "Nom",
  sigle: "Sigle",
  type: "Type d’acteur",
  famille: "Famille d’acteurs",
  rna: "Numéro RNA",
  siren: "SIREN",
  siret: "SIRET",
  uai: "Code UAI",
  forme: "Forme juridique",
  annee: "Année de création",
  adresse: "Adresse",
  code_postal: "Code postal",
  commune: "Commune",
  departement: "Département",
  site: "Site internet",
  presentation: "Présentation",
  visibilite: "Qui voit sa fiche",
  statut: "État de la fiche",
  depuis: "Connue du réseau depuis",
} as const satisfies Partial<Record<keyof OrganisationForm, string>>;

export type FieldName = keyof typeof fieldLabels;

/** `Lille (Nord)`: a commune as the form shows it and reads it again. */
export const communeLabel = (record: { commune: string | null; department: string | null }) =>
  record.commune ? `${record.commune} (${record.department})` : "";

/** The record as the form would have been typed. */
export function typedOf(record: OrganisationRecord): Typed & Record<FieldName, string> {
  return {
    nom: record.name,
    sigle: record.acronym,
    type: String(record.actor_type_id ?? ""),
    famille: String(record.family_id ?? ""),
    rna: record.rna ?? "",
    siren: record.siren ?? "",
    siret: record.siret ?? "",
    uai: record.uai ?? "",
    forme: record.legal_form,
    annee: String(record.founded_year ?? ""),
    adresse: record.address,
    code_postal: record.postal_code,
    commune: communeLabel(record),
    departement: record.commune ? "" : (record.department_code ?? ""),
    site: record.website,
    presentation: record.description,
    visibilite: record.visibility,
    statut: record.status === "proposed" ? "proposed" : "published",
    depuis: record.network_since ? formatShortDay(record.network_since) : "",
  };
}

/** The fields where what was typed is not what a colleague recorded meanwhile. */
export function differences(typed: Typed, record: OrganisationRecord) {
  const saved = typedOf(record);
  return (Object.keys(fieldLabels) as FieldName[])
    .filter((name) => String(typed[name] ?? "").trim() !== saved[name].trim())
    .map((name) => ({ name, label: fieldLabels[name], mine: String(typed[name] ?? ""), saved: saved[name] }));
}
