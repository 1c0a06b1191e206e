import { findDuplicates, findPublicTwins } from "#domains/directory/index.ts";
import type { Db } from "#platform/db/index.ts";

/** An organisation already known that may be the one named. */
export interface Likely {
  id: number;
  /** As it is public; else as it was typed: the name of an internal card is told to nobody. */
  name: string;
  commune: string | null;
}

const named = (name: string) => ({ name, rna: null, siret: null, siren: null, uai: null });

/** Those that may be the one typed: public cards that look alike, and internal ones of that very name. */
export async function listLikely(db: Db, typed: string): Promise<Likely[]> {
  const [all, shown] = await Promise.all([
    findDuplicates(db, named(typed)),
    findPublicTwins(db, named(typed)),
  ]);
  const open = new Set(shown.map(({ id }) => id));
  return all
    .filter(({ id, status, reason }) => open.has(id) || (status !== "archived" && reason === "name"))
    .map(({ id, name, commune }) =>
      open.has(id) ? { id, name, commune } : { id, name: typed, commune: null },
    );
}
