import type { OpeningRefusal } from "./rules.ts";

/** Why a campaign is not opened, and how to mend it. */
export const openingRefusals: Record<OpeningRefusal, string> = {
  opened: "Cette campagne est déjà ouverte.",
  past: "Son dernier jour est passé : donnez-lui de nouvelles dates avant de l’ouvrir.",
  no_letter: "Elle n’a pas de lettre d’invitation : écrivez-la.",
  no_questionnaire: "Son questionnaire n’est pas publié : relisez-le et publiez-le avant d’ouvrir.",
  nobody: "Son segment ne désigne personne : changez-le, ou permettez de répondre par le lien ouvert.",
  stale: "Un collègue l’a modifiée pendant que vous la lisiez : relisez-la, puis ouvrez-la.",
};
