/** How the rooms are called in the journal, and the records of each. What is not here is shown by its own name. */
const rooms: Record<string, { label: string; records: Record<string, string> }> = {
  accounts: {
    label: "Comptes",
    records: {
      users: "Compte",
      credentials: "Mot de passe",
      second_factors: "Double vérification",
      passkeys: "Clé d’accès",
      roles: "Rôle",
      invitations: "Invitation",
    },
  },
  activities: {
    label: "Activité",
    records: {
      meetings: "Réunion",
      meeting_places: "Lieu d’une réunion",
      meeting_organisations: "Organisation rencontrée",
    },
  },
  agenda: {
    label: "Formations",
    records: { trainings: "Formation", training_sessions: "Session de formation" },
  },
  directory: {
    label: "Annuaire",
    records: {
      organisations: "Organisation",
      contact_points: "Coordonnée",
      names: "Autre nom d’une organisation",
      speakers: "Porte-parole",
    },
  },
  imports: { label: "Imports", records: { imports: "Import", mappings: "Correspondance de colonnes" } },
  membership: { label: "Adhésions", records: { memberships: "Adhésion" } },
  network: { label: "Le réseau", records: { settings: "Réglage" } },
  platform: { label: "Fichiers", records: { files: "Fichier" } },
  reports: {
    label: "Bilan",
    records: { claims: "Chiffre imprimé", passages: "Texte du bilan", editions: "Édition du bilan" },
  },
  territory: { label: "Territoire", records: { offices: "Bureau", spellings: "Graphie d’un lieu" } },
  vocabularies: {
    label: "Vocabulaires",
    records: { lists: "Vocabulaire", terms: "Terme", versions: "Version d’un vocabulaire" },
  },
};

/** `schema.table` to the users' word. */
export function nameOfRecord(table: string): string {
  const [room = "", record = ""] = table.split(".");
  return rooms[room]?.records[record] ?? table;
}

/** The kinds of record that one can ask for, each room first as a whole. */
export const kinds = Object.entries(rooms).flatMap(([room, { label, records }]) => [
  { value: room, label: `Tout : ${label}`, group: label },
  ...Object.entries(records).map(([record, word]) => ({
    value: `${room}.${record}`,
    label: word,
    group: label,
  })),
]);

export const verbs: Record<string, string> = { insert: "a créé", update: "a modifié", delete: "a supprimé" };

const fields: Record<string, string> = {
  account_id: "compte",
  acronym: "sigle",
  actor_type_id: "type d’acteur",
  address: "adresse",
  backed_up: "clé sauvegardée",
  closed_at: "fermé le",
  closed_on: "fermé le",
  code: "code",
  codes_kept_at: "codes de secours gardés le",
  college_id: "collège",
  colour: "couleur",
  crosswalk: "correspondances",
  device_type: "sorte de clé",
  email_verified: "adresse vérifiée",
  media_type: "sorte de fichier",
  size_bytes: "taille en octets",
  verified: "confirmée",
  commune_code: "commune",
  counter: "nombre d’usages",
  country_code: "pays",
  department_code: "département",
  description: "description",
  duration_minutes: "durée en minutes",
  email: "adresse électronique",
  ends_on: "jusqu’au",
  expires_at: "valable jusqu’au",
  accepted_at: "acceptée le",
  failed_verification_count: "codes faux de suite",
  family_id: "famille",
  file_name: "fichier",
  founded_year: "année de création",
  held_on: "date",
  import_id: "import",
  import_line: "ligne du fichier",
  invited_by: "invité par",
  joined_on: "adhésion du",
  kind: "sorte",
  label: "libellé",
  latitude: "latitude",
  legal_form: "forme juridique",
  list_id: "vocabulaire",
  locked_until: "bloqué jusqu’au",
  logged_by: "noté par",
  longitude: "longitude",
  meeting_id: "réunion",
  name: "nom",
  network_since: "au réseau depuis",
  notes: "notes",
  number: "numéro",
  online: "en ligne",
  opened_on: "ouvert le",
  organisation_id: "organisation",
  participants: "participants",
  place: "lieu",
  position: "rang",
  postal_code: "code postal",
  published_at: "publiée le",
  published_by: "publiée par",
  removed_at: "retiré le",
  retired_at: "retiré le",
  rna: "RNA",
  role: "rôle",
  roles: "rôles",
  siren: "SIREN",
  siret: "SIRET",
  starts_on: "à partir du",
  state: "état",
  status: "statut",
  subject: "sujet",
  synonyms: "synonymes",
  text: "texte",
  title: "titre",
  training_id: "formation",
  two_factor_enabled: "double vérification",
  type_id: "type",
  typed: "tel que tapé",
  uai: "UAI",
  user_id: "compte",
  value: "valeur",
  visibility: "visibilité",
  website: "site",
  year: "année",
};

/** A column in the users' word; its own name, readable, when it has none. */
export const nameOfField = (column: string) => fields[column] ?? column.replaceAll("_", " ");
