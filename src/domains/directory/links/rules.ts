export const linkKinds = ["member_of", "part_of", "supports", "partner_of", "twin_of"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a link says, read from one end and from the other. */
const words: Record<LinkKind, readonly [from: string, to: string]> = {
  member_of: ["est membre de", "a pour membre"],
  part_of: ["fait partie de", "comprend"],
  supports: ["soutient", "est soutenue par"],
  partner_of: ["est partenaire de", "est partenaire de"],
  twin_of: ["est jumelée avec", "est jumelée avec"],
};

/** A link as one of its two organisations sees it: `out` when it goes from it. */
export type Side = "out" | "in";

export const isMutual = (kind: LinkKind) => words[kind][0] === words[kind][1];

/** `est membre de`, `a pour membre`. */
export const linkWords = (kind: string, side: Side): string =>
  words[kind as LinkKind]?.[side === "out" ? 0 : 1] ?? kind;

/** What can be said of one organisation and another: each link read from either end, the mutual ones once. */
export const sayings = linkKinds.flatMap((kind) =>
  isMutual(kind)
    ? [{ value: kind as string, label: linkWords(kind, "out") }]
    : [
        { value: kind as string, label: linkWords(kind, "out") },
        { value: `${kind}.in`, label: linkWords(kind, "in") },
      ],
);

/** `member_of.in` from organisation 3 to organisation 5: which is member of which. */
export function ends(saying: string, here: number, there: number) {
  const [kind = "", side] = saying.split(".");
  return side === "in"
    ? { kind: kind as LinkKind, from_id: there, to_id: here }
    : { kind: kind as LinkKind, from_id: here, to_id: there };
}

/** The saying of a link, seen from an organisation. */
export const sayingOf = ({ kind, side }: { kind: string; side: Side }) =>
  side === "in" && !isMutual(kind as LinkKind) ? `${kind}.in` : kind;
