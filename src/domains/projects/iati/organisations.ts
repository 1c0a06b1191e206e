import { organisationType, roleCodes } from "./codes.ts";
import type { ActivityRow } from "./queries.ts";
import { legible } from "./xml.ts";

/** Who publishes the file: the network, by its SIREN. */
export interface Reporter {
  ref: string;
  name: string;
}

/**
 * `FR-RCS-<siren>`: the code list of IATI (2026) withdrew INSEE’s own prefix in favour of this one, whose numbers are the
 * same. The RNA has no prefix at all.
 */
export const refOf = (siren: string) => `FR-RCS-${siren}`;

/**
 * Who takes part, each once in each role. Only those that the public directory shows are named, with their SIREN when
 * they show it; a name that is no record of ours is written as it was typed. When nobody can be named, the file says so.
 */
export function participating(
  { organisations, origin }: Pick<ActivityRow, "organisations" | "origin">,
  reporter: Reporter,
) {
  const lines = organisations.flatMap(({ role, name, siren, type, family }) => {
    const shown = legible(name ?? "").trim();
    if (!shown) return [];
    return roleCodes[role].map((code) => ({
      attributes: {
        ref: siren ? refOf(siren) : undefined,
        type: organisationType(type, family),
        role: code,
      },
      name: shown,
    }));
  });
  // The network holds the purse of its own schemes for those who fund them.
  if (origin !== "own")
    lines.push({ attributes: { ref: reporter.ref, type: undefined, role: "3" }, name: reporter.name });
  if (lines.length === 0)
    lines.push({
      attributes: { ref: undefined, type: undefined, role: "4" },
      name: "Organisation non publiée",
    });
  return [
    ...new Map(
      lines.map((line) => [`${line.attributes.role} ${line.attributes.ref ?? line.name}`, line]),
    ).values(),
  ];
}
