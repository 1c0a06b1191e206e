import {
  byContact,
  byIdentifier,
  byName,
  type Described,
  type Reason,
  reasonCodes,
} from "./rules.reasons.ts";

export type { Described, Reason } from "./rules.reasons.ts";

/** From 0 to 100, with the weightiest reason first. */
export interface Explained {
  score: number;
  reasons: Reason[];
}

/** A card of which nothing is known but its name. */
export const named = (name: string): Described => ({
  name,
  acronym: "",
  names: [],
  rna: null,
  siren: null,
  siret: null,
  uai: null,
  communeCode: null,
  familyId: null,
  emails: [],
  website: "",
});

/** Below this, two cards are not proposed as one. */
export const threshold = 50;

/**
 * Says why two cards may be of one organisation; nothing below the threshold. The same both ways. Equal identifiers are
 * nearly sure; then equal names, acronyms, contained words, slips of the pen; a shared mail or site helps. Two different
 * identifiers, communes or families speak against.
 */
export function explain(one: Described, other: Described): Explained | undefined {
  const found = [...byIdentifier(one, other), ...byName(one, other), ...byContact(one, other)].sort(
    (a, b) => b.score - a.score || reasonCodes.indexOf(a.code) - reasonCodes.indexOf(b.code),
  );
  const [best, ...others] = found;
  if (!best) return undefined;
  const certain = found.some(({ code }) => code === "rna" || code === "siret");
  const commune = one.communeCode !== null && one.communeCode === other.communeCode;
  const helped = best.score + Math.min(12, 6 * others.length) + (commune ? 6 : 0) - against(one, other);
  const score = certain ? 100 : Math.round(Math.min(99, helped));
  if (score < threshold) return undefined;
  const reasons = found.map(({ code, with: words }): Reason => ({ code, with: words }));
  return { score, reasons: commune ? [...reasons, { code: "commune", with: "" }] : reasons };
}

/** What speaks against: two bodies that the State tells apart, two places, two kinds of actor. */
function against(one: Described, other: Described): number {
  const differ = (key: "rna" | "siren" | "uai" | "communeCode" | "familyId") =>
    one[key] !== null && other[key] !== null && one[key] !== other[key];
  return (
    (differ("rna") || differ("siren") || differ("uai") ? 60 : 0) +
    (differ("communeCode") ? 18 : 0) +
    (differ("familyId") ? 22 : 0)
  );
}
