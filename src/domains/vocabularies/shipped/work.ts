import type { ShippedList } from "./types.ts";

/** Under what the team's work is put: events, trainings, supports, and the words of the plan. */
export const workLists: readonly ShippedList[] = [
  {
    id: "event_kinds",
    label: "Types d’événements",
    description: "Ce à quoi l’on est invité ; une formation a sa place à part, au catalogue.",
    terms: [
      { code: "webinaire", label: "Webinaire" },
      { code: "groupe-travail", label: "Groupe de travail", synonyms: ["atelier de travail", "atelier"] },
      { code: "groupe-pays", label: "Groupe pays" },
      { code: "commission", label: "Commission" },
      { code: "forum", label: "Forum" },
      { code: "seminaire", label: "Séminaire" },
      { code: "stand", label: "Stand" },
      { code: "information", label: "Réunion d’information" },
      { code: "festival", label: "Événement de festival" },
      { code: "evenement", label: "Événement", synonyms: ["rencontre", "journée d’échange"] },
    ],
  },
  {
    id: "training_cycles",
    label: "Cycles de formation",
    description: "Les ensembles du catalogue des formations ; chaque module est dans l’un d’eux.",
    terms: [],
  },
  {
    id: "poles",
    label: "Pôles",
    description: "Les équipes entre lesquelles le travail est réparti.",
    terms: [],
  },
  {
    id: "missions",
    label: "Missions",
    description: "Ce que le réseau fait, dans chacun de ses axes.",
    terms: [
      { code: "veille", label: "Veille et observation" },
      { code: "animation", label: "Animation territoriale" },
      { code: "accompagnement", label: "Accompagnement des initiatives" },
      { code: "ressources", label: "Production de ressources" },
      { code: "coordination", label: "Coordination de programmes et de projets" },
      { code: "intermediation", label: "Intermédiation de dispositifs" },
    ],
  },
  {
    id: "schemes",
    label: "Dispositifs",
    description: "Les fonds, programmes et appels dans le cadre desquels on agit.",
    terms: [],
  },
  {
    id: "support_themes",
    label: "Thèmes d’accompagnement",
    description: "Ce sur quoi une organisation demande à être accompagnée.",
    terms: [
      { code: "projet", label: "Concevoir un projet" },
      { code: "financement", label: "Chercher des financements" },
      { code: "partenariat", label: "Travailler avec un partenaire à l’étranger" },
      { code: "mobilite", label: "Mobilité et volontariat" },
      { code: "ecsi", label: "Éducation à la citoyenneté et à la solidarité internationale" },
      { code: "cooperation-decentralisee", label: "Coopération décentralisée" },
      { code: "structuration", label: "Vie et organisation de la structure" },
      { code: "evaluation", label: "Suivre et évaluer un projet" },
    ],
  },
];
