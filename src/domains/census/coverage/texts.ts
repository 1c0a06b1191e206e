import { formatShare } from "#ui/format.ts";
import { subjectOf } from "./rules.subjects.ts";
import type { Imbalance } from "./rules.ts";

/** To the whole percent, as people say it. */
const percent = (share: number) => formatShare(Math.round(share * 100) / 100);

const words = {
  population: { verb: ["réunit", "réunissent"], what: "des acteurs connus", reference: "des habitants" },
  known: { verb: ["donne", "donnent"], what: "des réponses", reference: "des acteurs connus" },
} as const;

/** `Le Nord réunit 54 % des acteurs connus pour 43 % des habitants.` */
export function imbalanceSentence(
  { key, label, against, share, reference }: Imbalance,
  kind: "department" | "family",
): string {
  const { text, many } =
    kind === "department" ? subjectOf(key, label) : { text: `« ${label} »`, many: false };
  const { verb, what, reference: whole } = words[against];
  const said = verb[many ? 1 : 0];
  const only = share < reference ? [`ne ${said} que`] : [said];
  return `${text} ${only.join("")} ${percent(share)} ${what} pour ${percent(reference)} ${whole}.`;
}
