import type { ShippedList } from "./types.ts";

const named: readonly (readonly [label: string, colour: string])[] = [
  ["Pas de pauvreté", "#e5243b"],
  ["Faim « zéro »", "#dda63a"],
  ["Bonne santé et bien-être", "#4c9f38"],
  ["Éducation de qualité", "#c5192d"],
  ["Égalité entre les sexes", "#ff3a21"],
  ["Eau propre et assainissement", "#26bde2"],
  ["Énergie propre et d’un coût abordable", "#fcc30b"],
  ["Travail décent et croissance économique", "#a21942"],
  ["Industrie, innovation et infrastructure", "#fd6925"],
  ["Inégalités réduites", "#dd1367"],
  ["Villes et communautés durables", "#fd9d24"],
  ["Consommation et production responsables", "#bf8b2e"],
  ["Mesures relatives à la lutte contre les changements climatiques", "#3f7e44"],
  ["Vie aquatique", "#0a97d9"],
  ["Vie terrestre", "#56c02b"],
  ["Paix, justice et institutions efficaces", "#00689d"],
  ["Partenariats pour la réalisation des objectifs", "#19486a"],
];

/** The 17 goals of the 2030 Agenda, short names and colours of the United Nations; IATI tags them in vocabulary 2. */
export const goals: ShippedList = {
  id: "odd",
  label: "Objectifs de développement durable",
  description: "Les 17 objectifs de l’Agenda 2030, avec leurs couleurs officielles.",
  terms: named.map(([label, colour], index) => ({
    code: String(index + 1),
    label: `${index + 1}. ${label}`,
    colour,
    synonyms: [label, `ODD ${index + 1}`, `ODD${index + 1}`],
    crosswalk: { "iati-sdg-goal": [String(index + 1)] },
  })),
};
