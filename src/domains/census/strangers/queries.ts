import { findPublicTwins, matchOrganisations } from "#domains/directory/index.ts";
import type { Db } from "#platform/db/index.ts";

/** An organisation already known that may be the one named. */
export interface Likely {
  id: number;
  /** As it is public; else as it was typed: the name of an internal card is told to nobody. */
  name: string;
  commune: string | null;
}

/** From this likeness on, an internal card has the very name that was typed, but for accents and initials. */
const sameName = 0.95;

/** Those that may be the one typed: public cards that look alike, and internal ones of that very name. */
export async function listLikely(db: Db, typed: string): Promise<Likely[]> {
  const told = { name: typed, rna: null, siret: null, siren: null, uai: null };
  const [shown, matches] = await Promise.all([findPublicTwins(db, told), matchOrganisations(db, [typed])]);
  const match = matches.get(typed) ?? { candidates: [] };
  const known = "sure" in match ? [match.sure] : match.candidates.filter(({ score }) => score >= sameName);
  const open = new Set(shown.map(({ id }) => id));
  return [
    ...shown.map(({ id, name, commune }) => ({ id, name, commune })),
    ...known.filter(({ id }) => !open.has(id)).map(({ id }) => ({ id, name: typed, commune: null })),
  ];
}
