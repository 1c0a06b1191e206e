import { computeYear, findIndicator, indicators } from "#domains/observatory/index.ts";
import type { Db } from "#platform/db/index.ts";
import { type Comparison, ourFigure, type Standing, standingOf } from "./rules.ts";

/** A figure that the network has printed. */
export interface Claim {
  id: string;
  document: string;
  section: string;
  claim: string;
  /** A number, or whatever else was printed: a date, a place, nothing. */
  value: unknown;
  unit: string;
  note: string;
  indicator_id: string | null;
  indicator_key: string | null;
  comparison: Comparison;
  version: number;
}

/** A printed figure against ours. */
export interface Reconciled extends Claim {
  standing: Standing;
  ours?: number;
  /** The line of the breakdown that ours is. */
  ours_key?: string;
}

export async function listClaims(db: Db, year: number): Promise<Claim[]> {
  const rows = await db
    .selectFrom("reports.claims")
    .select(["id", "document", "section", "claim", "value", "unit", "note", "indicator_id", "indicator_key"])
    .select(["comparison", "version"])
    .where("year", "=", year)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, comparison: row.comparison as Comparison }));
}

export async function findClaim(db: Db, year: number, id: string): Promise<Claim | undefined> {
  return (await listClaims(db, year)).find((claim) => claim.id === id);
}

/**
 * Every printed figure of the year against ours, in two statements: `agree` (once rounded as printed), `differ` (the
 * note says the likely reason), or `unknown` when no rule computes it yet or no number was printed.
 */
export async function reconcile(db: Db, year: number): Promise<Reconciled[]> {
  const claims = await listClaims(db, year);
  const needed = indicators.filter(({ id }) => claims.some((claim) => claim.indicator_id === id));
  const { values } = await computeYear(db, year, needed);
  return claims.map((claim) => {
    const known = claim.indicator_id && findIndicator(claim.indicator_id);
    const ours = known ? ourFigure(values[known.id]?.value, claim.indicator_key) : undefined;
    const standing = standingOf(claim.value, ours?.value, claim.comparison);
    return { ...claim, ours: ours?.value, ours_key: ours?.key, standing };
  });
}
