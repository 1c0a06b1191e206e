import { formatDuration, formatNumber, formatShare, plural } from "#ui/format.ts";
import type { Weights } from "./rules.ts";

/** What each likeness is called in the words of the chessboard. */
export const weightLabels: Readonly<Record<keyof Weights, string>> = {
  place: "Même intercommunalité",
  department: "Même département",
  country: "Un pays d’action en commun",
  sector: "Un domaine en commun",
  goal: "Un ODD en commun",
  family: "Une autre famille d’acteurs",
};

export const wordShare = (share: number) => formatShare(Math.round(share * 100) / 100);

/** `212 mots, 1 min 31 à voix haute` */
export function wordStory({ words, seconds }: { words: number; seconds: number }): string {
  const aloud = seconds < 60 ? `${formatNumber(seconds)}\u00a0s` : formatDuration(Math.round(seconds / 60));
  return `${plural(words, "mot")}, environ ${aloud} à voix haute`;
}
