import type { Typed } from "#platform/web/form.ts";
import type { MarkerEntry } from "./commands.markers.ts";
import { type Answers, questions, scoreOf } from "./rules.markers.ts";

/** The markers sent: each with its answers, scored by them or by hand; those that nobody answered are left out. */
export function readMarkers(typed: Typed, markers: readonly { id: number }[]): MarkerEntry[] {
  return markers.flatMap(({ id }): MarkerEntry[] => {
    const answers: Answers = {};
    for (const question of questions) {
      const said = typed[`m${id}-${question}`];
      if (said === "oui" || said === "non") answers[question] = said === "oui";
    }
    const hand = ([0, 1, 2] as const).find((score) => String(score) === typed[`m${id}-note`]);
    const score = hand ?? scoreOf(answers);
    const reason = String(typed[`m${id}-raison`] ?? "")
      .trim()
      .slice(0, 1000);
    return score === undefined ? [] : [{ markerId: id, score, answers, byHand: hand !== undefined, reason }];
  });
}
