import { accounts } from "#paths/accounts.ts";
import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { appointments } from "#paths/appointments.ts";
import { cardRequests } from "#paths/card-requests.ts";
import { census } from "#paths/census.ts";
import { directory } from "#paths/directory.ts";
import { imports } from "#paths/imports.ts";
import { membership } from "#paths/membership.ts";
import { observatory } from "#paths/observatory.ts";
import { office } from "#paths/office.ts";
import { partnerships } from "#paths/partnerships.ts";
import { people } from "#paths/people.ts";
import { projects } from "#paths/projects.ts";
import { reports } from "#paths/reports.ts";
import { segments } from "#paths/segments.ts";
import { support } from "#paths/support.ts";
import { territory } from "#paths/territory.ts";
import { tools } from "#paths/tools.ts";
import { trainingEvidence } from "#paths/training-evidence.ts";
import { vocabularies } from "#paths/vocabularies.ts";
import { isAdministrator, isStaff, type Visitor } from "#platform/web/visitor.ts";

interface Entry {
  label: string;
  href: string;
  visible?: (visitor: Visitor) => boolean;
}

/** The left navigation, by room. */
export const navigation: readonly { heading: string; entries: readonly Entry[] }[] = [
  {
    heading: "Au quotidien",
    entries: [
      { label: "Tableau de bord", href: office.home() },
      { label: "Activité", href: activities.all() },
      { label: "Accompagnement", href: support.board() },
      { label: "Rendez-vous", href: appointments.week() },
      { label: "Outils", href: tools.all() },
      { label: "Agenda", href: agenda.all() },
    ],
  },
  {
    heading: "Le réseau",
    entries: [
      { label: "Annuaire", href: directory.all() },
      { label: "Personnes", href: people.all() },
      { label: "Partenariats", href: partnerships.all() },
      { label: "Adhésions", href: membership.all() },
      { label: "Panorama", href: projects.all() },
      { label: "Segments", href: segments.all() },
      { label: "Recensement", href: census.all() },
    ],
  },
  {
    heading: "À relire",
    entries: [
      { label: "Propositions", href: directory.proposals(), visible: isStaff },
      { label: "Événements proposés", href: agenda.proposals(), visible: isStaff },
      { label: "Demandes de fiche", href: cardRequests.all(), visible: isStaff },
      { label: "Doublons", href: directory.duplicates() },
      { label: "À reconfirmer", href: directory.toConfirm() },
    ],
  },
  {
    heading: "Rendre compte",
    entries: [
      { label: "Bilan", href: reports.all() },
      { label: "Indicateurs", href: observatory.all() },
      { label: "Bilan pédagogique", href: trainingEvidence.report() },
      { label: "Imports", href: imports.all(), visible: isStaff },
    ],
  },
  {
    heading: "Réglages",
    entries: [
      { label: "Territoire", href: territory.home(), visible: isStaff },
      { label: "Vocabulaires", href: vocabularies.all(), visible: isStaff },
      { label: "Champs", href: directory.customFields(), visible: isAdministrator },
      { label: "Comptes", href: accounts.all(), visible: isAdministrator },
      { label: "Journal", href: accounts.changes(), visible: isAdministrator },
      { label: "Courrier", href: office.letters(), visible: isStaff },
      { label: "Tâches", href: office.jobs(), visible: isStaff },
      { label: "Le réseau", href: office.settings(), visible: isAdministrator },
    ],
  },
];

/** What an officer creates, most frequent first. */
export const creations: readonly Entry[] = [
  { label: "Noter une réunion", href: activities.add() },
  { label: "Ouvrir un accompagnement", href: support.add() },
  { label: "Ajouter un rendez-vous", href: appointments.add() },
  { label: "Ajouter à l’agenda", href: agenda.add() },
  { label: "Ajouter une organisation", href: directory.add() },
  { label: "Ajouter une personne", href: people.add() },
  { label: "Ajouter un projet", href: projects.add() },
  { label: "Enregistrer une adhésion", href: membership.add() },
  { label: "Importer un tableau", href: imports.all() },
];
