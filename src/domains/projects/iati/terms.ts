import { listTerms } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";

/** The network’s own words in the codes of others: purposes and markers of the DAC, goals of the United Nations. */
export interface TermCodes {
  /** The sectors that have a purpose of the DAC; without one of them a project has no sector for IATI. */
  sectorIds: readonly number[];
  /** Each purpose once: the first that a sector answers to. */
  purposesOf(sectorIds: readonly number[]): string[];
  goalsOf(goalIds: readonly number[]): string[];
  /** Each marker of the DAC once, with its highest significance: the first that ours answers to. */
  markersOf(markers: readonly { marker_id: number; score: number }[]): [string, number][];
}

const lists = { sectors: "dac-purpose", odd: "iati-sdg-goal", markers: "dac-policy-marker" } as const;

/** The codes of the terms in force and of those retired, which old projects still bear. */
export async function findTermCodes(db: Db): Promise<TermCodes> {
  const [sectors, goals, markers] = await Promise.all([
    codesIn(db, "sectors"),
    codesIn(db, "odd"),
    codesIn(db, "markers"),
  ]);
  return {
    sectorIds: [...sectors.keys()],
    purposesOf: (ids) => distinct(ids, sectors),
    goalsOf: (ids) => distinct(ids, goals),
    markersOf(given) {
      const highest = new Map<string, number>();
      for (const { marker_id, score } of given) {
        const code = markers.get(marker_id);
        if (code) highest.set(code, Math.max(score, highest.get(code) ?? 0));
      }
      return [...highest];
    },
  };
}

async function codesIn(db: Db, list: keyof typeof lists): Promise<Map<number, string>> {
  const terms = await listTerms(db, list, { retired: true });
  return new Map(
    terms.flatMap(({ id, crosswalk }) => {
      const code = firstCode(crosswalk, lists[list]);
      return code ? [[id, code] as const] : [];
    }),
  );
}

function firstCode(crosswalk: unknown, name: string): string | undefined {
  const codes = crosswalk && typeof crosswalk === "object" ? Reflect.get(crosswalk, name) : undefined;
  const first: unknown = Array.isArray(codes) ? codes[0] : undefined;
  return typeof first === "string" ? first : undefined;
}

const distinct = (ids: readonly number[], codes: ReadonlyMap<number, string>) => [
  ...new Set(ids.flatMap((id) => codes.get(id) ?? [])),
];
