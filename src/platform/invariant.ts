import type { RawBuilder } from "kysely";
import type { Db } from "./db/index.ts";

/** What must be true for ever, as a sentence for people, and the query that finds what belies it. */
export interface Invariant {
  /** In French: `Nobody waits while a place is free`. Tests, the nightly check and the guide say it in the same words. */
  says: string;
  /** A select of `what text`, a line each: enough for the team to find it, nobody's name. */
  offenders: RawBuilder<{ what: string }>;
}

/** Those that are not true now, each with what belies it. */
export async function findOffenders(
  db: Db,
  invariants: readonly Invariant[],
): Promise<{ says: string; offenders: string[] }[]> {
  const broken: { says: string; offenders: string[] }[] = [];
  for (const { says, offenders } of invariants) {
    const { rows } = await offenders.execute(db);
    if (rows.length > 0) broken.push({ says, offenders: rows.map(({ what }) => what) });
  }
  return broken;
}
