import { formatDay, plural } from "#ui/format.ts";
import type { Likeness } from "./rules.likeness.ts";
import type { LineState } from "./rules.ts";

export const stateLabels: Readonly<Record<LineState, string>> = {
  done: "Fait",
  late: "En retard",
  to_come: "À venir",
  dropped: "Abandonné",
};

export const stateTones = { done: "good", late: "warning", to_come: "plain", dropped: "bad" } as const;

/** Why a match is proposed: `les mots « eau », « senegal » ; le 12 janvier 2021, dans la période prévue`. */
export function wordReasons({ held, shared, away }: Likeness): string {
  const words = `${shared.length < 2 ? "le mot" : "les mots"} ${shared.map((word) => `«\u00a0${word}\u00a0»`).join(", ")}`;
  const when =
    away === null
      ? "la ligne n’avait pas de période"
      : away === 0
        ? "dans la période prévue"
        : away < 0
          ? `${plural(-away, "jour")} avant la période prévue`
          : `${plural(away, "jour")} après la période prévue`;
  return `${words} ; le ${formatDay(held.heldOn)}, ${when}`;
}

/** Under what heading a line stands. */
export const kindOf = ({ training, kind }: { training: boolean; kind: string | null }) =>
  training ? "Formation" : (kind ?? "Autres");
