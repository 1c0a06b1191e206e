import type { Objective, TraineeKind } from "./rules.ts";

/** The lines of frame F-1, in the words of the form. */
export const kindWords: Record<TraineeKind, string> = {
  private_employee: "Salariés d’employeurs privés, hors apprentis",
  apprentice: "Apprentis",
  job_seeker: "Personnes en recherche d’emploi",
  individual: "Particuliers à leurs propres frais",
  other: "Autres stagiaires (bénévoles, élus, agents publics…)",
};

/** The lines of frame F-3. */
export const objectiveWords: Record<Objective, string> = {
  diploma: "Diplôme, titre ou certificat enregistré au RNCP",
  certification: "Certification ou habilitation du Répertoire spécifique",
  cqp: "CQP non enregistré",
  other: "Autre formation professionnelle",
  skills_review: "Bilan de compétences",
  experience: "Validation des acquis de l’expérience",
};
