/** One indicator of the referential, said shortly in our words; the text of reference is the decree's. */
export interface QualityIndicator {
  number: number;
  criterion: number;
  label: string;
  /** When it concerns only some bodies: which. Without it, every body that trains. */
  only?: string;
}

const of = (criterion: number, number: number, label: string, only?: string): QualityIndicator => ({
  number,
  criterion,
  label,
  ...(only ? { only } : {}),
});

const apprentices = "Centres de formation d’apprentis";
const certifying = "Formations qui mènent à une certification";

/** The seven criteria (code du travail, art. R6316-1). */
export const criteria: readonly { number: number; label: string }[] = [
  { number: 1, label: "Informer le public" },
  { number: 2, label: "Partir des objectifs et de ceux qui se forment" },
  { number: 3, label: "Accueillir, suivre, évaluer" },
  { number: 4, label: "Donner les moyens" },
  { number: 5, label: "Qualifier ceux qui forment" },
  { number: 6, label: "S’inscrire dans son environnement" },
  { number: 7, label: "Recueillir les avis, s’améliorer" },
];

/** The name under which answers to this text are kept; a new text gets a new name, and starts from what was said to this one. */
export const referential = "2019";
/** Where it comes from, for those who read the page. */
export const source =
  "Référentiel national qualité (Qualiopi), décret n° 2019-565 du 6 juin 2019 : 7 critères, 32 indicateurs.";

export const indicators: readonly QualityIndicator[] = [
  of(
    1,
    1,
    "Dire clairement ce que l’on propose : prérequis, objectifs, durée, délais, tarifs, contacts, accès",
  ),
  of(1, 2, "Publier des résultats adaptés à ce que l’on propose et à ses publics"),
  of(1, 3, "Publier les taux d’obtention et ce que la certification permet", certifying),
  of(2, 4, "Analyser le besoin de la personne avec elle, son entreprise ou son financeur"),
  of(2, 5, "Fixer des objectifs que l’on puisse évaluer"),
  of(2, 6, "Choisir des contenus et des modalités selon les objectifs et le public"),
  of(2, 7, "Couvrir par les contenus ce que la certification exige", certifying),
  of(2, 8, "Situer la personne à l’entrée et évaluer ses acquis", "Actions de formation et apprentissage"),
  of(3, 9, "Dire comment la formation se déroule"),
  of(3, 10, "Suivre la personne et adapter l’accompagnement et le rythme"),
  of(3, 11, "Évaluer si les objectifs sont atteints"),
  of(3, 12, "Soutenir l’engagement et prévenir les ruptures"),
  of(3, 13, "Coordonner les missions et les apprentissages en entreprise", "Formations en alternance"),
  of(3, 14, "Accompagner la vie sociale, professionnelle, éducative et citoyenne", apprentices),
  of(3, 15, "Informer les apprentis de leurs droits et devoirs", apprentices),
  of(3, 16, "Présenter les candidats à la certification dans les règles", certifying),
  of(4, 17, "Réunir les personnes, les lieux et les outils nécessaires"),
  of(4, 18, "Coordonner ceux qui interviennent"),
  of(4, 19, "Donner des ressources pédagogiques et aider à s’en servir"),
  of(4, 20, "Avoir un personnel dédié à la mobilité, au handicap et à la vie des apprentis", apprentices),
  of(5, 21, "Vérifier et mobiliser les compétences de ceux qui forment"),
  of(5, 22, "Entretenir et développer ces compétences"),
  of(6, 23, "Suivre les lois de la formation et en tenir compte"),
  of(6, 24, "Suivre l’évolution des métiers et des besoins"),
  of(6, 25, "Suivre les innovations pédagogiques et techniques"),
  of(6, 26, "Accueillir les personnes handicapées, avec un réseau d’appui"),
  of(6, 27, "S’assurer que les sous-traitants respectent le référentiel"),
  of(
    6,
    28,
    "Construire avec les entreprises des situations de travail formatrices",
    "Formations en alternance",
  ),
  of(6, 29, "Agir pour l’insertion ou la poursuite d’études", apprentices),
  of(7, 30, "Recueillir les avis de ceux qui prennent part"),
  of(7, 31, "Traiter les difficultés, les réclamations, les aléas"),
  of(7, 32, "Améliorer à partir des avis et des réclamations"),
];

export const findIndicator = (number: number) => indicators.find((one) => one.number === number);
