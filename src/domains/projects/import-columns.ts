import type { ImportColumn } from "#platform/spreadsheets/import-kind.ts";

/** The columns of projects in a spreadsheet; several values in a cell are parted by semicolons or lines. */
export const columns: readonly ImportColumn[] = [
  {
    key: "title",
    label: "Titre",
    required: true,
    synonyms: ["Projet", "Nom du projet", "Titre du projet", "Intitulé du projet", "Nom de l’initiative"],
    example: "Écoles jumelles de Lille et de Gao",
  },
  {
    key: "carriers",
    label: "Porteurs",
    required: true,
    synonyms: ["Porteur", "Association porteuse", "Structure porteuse", "Porteur du projet", "Porté par"],
    example: "Avec et pour le Mali ; Ville de Lille",
  },
  {
    key: "partners_here",
    label: "Partenaires ici",
    synonyms: ["Partenaires", "Partenaires en France", "Partenaire", "Établissement"],
    example: "Lycée Faidherbe",
  },
  {
    key: "partners_there",
    label: "Partenaires là-bas",
    synonyms: ["Partenaires à l’étranger", "Partenaires locaux", "Partenaires internationaux"],
    example: "Mairie de Gao",
  },
  {
    key: "countries",
    label: "Pays",
    synonyms: ["Pays d’intervention", "Pays concernés"],
    example: "Mali ; Bénin",
  },
  {
    key: "sectors",
    label: "Secteurs",
    synonyms: ["Secteur", "Secteurs d’action", "Thématiques", "Domaines", "Domaine d’intervention"],
    example: "Eau et assainissement ; Santé",
  },
  { key: "main_goal", label: "ODD principal", synonyms: ["ODD"], example: "6" },
  { key: "goals", label: "Autres ODD", synonyms: ["ODD secondaires", "ODD associés"], example: "3 ; 13" },
  { key: "places", label: "Communes", synonyms: ["Commune", "Lieux ici", "Ville", "Lieu"], example: "Lille" },
  { key: "stage", label: "Étape", synonyms: ["État du projet", "Avancement", "Statut"], example: "En cours" },
  {
    key: "starts",
    label: "Début",
    synonyms: ["Date de début", "Année", "Année de début"],
    example: "mars 2021",
  },
  { key: "ends", label: "Fin", synonyms: ["Date de fin", "Année de fin"], example: "2023" },
  { key: "funder", label: "Financeur", synonyms: ["Financeurs", "Bailleur", "Co-financeur"], example: "AFD" },
  {
    key: "budget",
    label: "Budget",
    synonyms: ["Budget total", "Montant", "Montant accordé", "Budget prévu"],
    example: "12 000,00 €",
  },
  {
    key: "summary",
    label: "Résumé",
    synonyms: ["Description", "Présentation"],
    example: "Deux écoles s’écrivent.",
  },
  { key: "beneficiaries", label: "Bénéficiaires", synonyms: ["Public", "Public visé"], example: "80 élèves" },
];
