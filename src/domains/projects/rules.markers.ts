/** The answers to the short questions of a marker; one that nobody answered is missing. */
export interface Answers {
  /** The project aims at it by something that it plans. */
  aim?: boolean;
  /** It says how one will know: a figure followed, a share of the budget, an evaluation. */
  proof?: boolean;
  /** Without this objective the project would not take place. */
  reason?: boolean;
}
export type Score = 0 | 1 | 2;

/** The questions, in their order. */
export const questions = ["aim", "proof", "reason"] as const;

/**
 * The score that the answers give, on the DAC's scale (OECD, “Handbook on the markers”): 0 not targeted, 1 significant
 * (deliberate, but not the reason of the project), 2 principal (its reason, and followed). Nothing without the first answer.
 */
export function scoreOf({ aim, proof, reason }: Answers): Score | undefined {
  if (aim === undefined) return undefined;
  if (!aim) return 0;
  return reason && proof ? 2 : 1;
}

/** Why the answers give this score, in a sentence; nothing without an answer. */
export function explain(answers: Answers): string {
  const { aim, proof, reason } = answers;
  if (aim === undefined) return "";
  if (!aim) return "Rien de ce que le projet prévoit ne vise cet objectif : 0, non ciblé.";
  if (reason && proof)
    return "C’est la raison du projet, et il dit comment on le saura : 2, objectif principal.";
  if (reason)
    return "C’est la raison du projet, mais rien ne dit comment on le saura : 1, en attendant un moyen de le suivre.";
  return "Le projet le vise sans que ce soit sa raison d’être : 1, objectif significatif.";
}
