import type { Db } from "#platform/db/index.ts";
import { listLookalikes } from "../duplicates/queries.cards.ts";
import { listTwins } from "../duplicates/queries.ts";
import { keysOf } from "../duplicates/rules.keys.ts";
import { type Described, explain, named, type Reason } from "../duplicates/rules.ts";

/** An organisation that may be the same as the one described, and why it is thought so. */
export interface Duplicate {
  id: number;
  name: string;
  actor_type: string | null;
  commune: string | null;
  status: string;
  /** From 50 to 100. */
  score: number;
  reasons: readonly Reason[];
}

/** What is known of an organisation that is being added: its name, and all that can be told beside it. */
export type ToldOrganisation = { name: string } & Partial<Omit<Described, "name" | "names">>;

/**
 * The organisations, archived ones included and merged ones left out, that may be the one described: at most `limit`,
 * the surest first, each with its reasons. What is not told does not count. For a form as one types, a proposal by the
 * public, an interface of programmes; one or two statements.
 */
export async function findDuplicates(db: Db, told: ToldOrganisation, limit = 5): Promise<Duplicate[]> {
  const card: Described = {
    ...named(told.name),
    ...told,
    siren: told.siren ?? told.siret?.slice(0, 9) ?? null,
  };
  const known = await listTwins(db, await listLookalikes(db, card, keysOf(card)));
  return known
    .flatMap(({ card: other, ...facts }) => {
      const found = explain(card, other);
      return found ? [{ ...facts, ...found }] : [];
    })
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, limit);
}
