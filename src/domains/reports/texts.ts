import type { Comparison, Standing } from "./rules.ts";

export const standingLabels: Record<Standing, string> = {
  agree: "Concorde",
  differ: "Diffère",
  unknown: "Pas encore calculable",
};

export const standingTones = { agree: "good", differ: "warning", unknown: "plain" } as const;

export const comparisonLabels: Record<Comparison, string> = {
  equal: "Le chiffre lui-même, arrondi ou non",
  at_least: "Au moins ce chiffre",
  more_than: "Plus que ce chiffre",
};

export const conflict =
  "Un collègue a changé cette page entre-temps. Comparez avec ce qui est noté maintenant, puis enregistrez de nouveau.";
