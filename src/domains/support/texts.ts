import type { GoalState, Outcome, Reminder, Stage } from "./rules.ts";

export const stageLabels: Readonly<Record<Stage, string>> = {
  request: "Demande",
  diagnosis: "Diagnostic",
  under_way: "En cours",
  waiting: "En attente",
  closed: "Clos",
};

/** The same, told to who asked. */
export const stageTold: Readonly<Record<Stage, string>> = {
  request: "Votre demande est reçue",
  diagnosis: "Nous faisons le point avec vous",
  under_way: "L’accompagnement est en cours",
  waiting: "L’accompagnement est en attente",
  closed: "L’accompagnement est terminé",
};

/** On a button that passes a course to this stage. */
export const stageMoves: Readonly<Record<Stage, string>> = {
  request: "Remettre en demande",
  diagnosis: "Passer au diagnostic",
  under_way: "Passer en cours",
  waiting: "Mettre en attente",
  closed: "Clore",
};

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  reached: "Objectifs atteints",
  partly: "Objectifs atteints en partie",
  dropped: "Abandonné",
  redirected: "Orienté vers un autre acteur",
  withdrawn: "Demande retirée",
};

export const goalLabels: Readonly<Record<GoalState, string>> = {
  open: "En cours",
  reached: "Atteint",
  dropped: "Abandonné",
};

export const reminderLabels: Readonly<Record<Reminder, string>> = {
  asked: "Une demande attend votre réponse",
  late: "La prochaine étape est passée",
  due: "Une étape est prévue cette semaine",
  quiet: "Il ne s’y passe rien depuis longtemps",
};

/** The fields of a course, by name, as a person calls them. */
export const courseLabels = {
  sujet: "Sujet",
  organisations: "Organisations accompagnées",
  referent: "Référent ou référente",
  equipe: "Avec qui, dans l’équipe",
  debut: "Début",
  themes: "Thèmes",
  pays: "Pays",
  lieu: "Commune",
  pole: "Pôle",
  axe: "Axe stratégique",
  dispositif: "Dispositif",
  description: "De quoi il s’agit",
  suite: "Prochaine étape",
  suite_le: "Pour le",
  projet: "Projet du panorama",
  dossier: "Dossier ou fonds visé",
} as const;
export type CourseField = keyof typeof courseLabels;

/** The document that anyone may send: what is taken, and how big. */
export const largestDocument = 15_000_000;
export const documentKinds = ".pdf,.doc,.docx,.odt,.xls,.xlsx,.ods,.csv,.txt,.jpg,.jpeg,.png,.webp";
