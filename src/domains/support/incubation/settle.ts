import { matchOrganisations } from "#domains/directory/index.ts";
import type { Db } from "#platform/db/index.ts";

/** The organisations of the directory that these names surely mean, or what to mend, in a sentence. */
export async function settleNames(
  db: Db,
  names: readonly string[],
): Promise<{ ok: true; ids: number[] } | { ok: false; refusal: string }> {
  const matches = await matchOrganisations(db, names);
  const ids: number[] = [];
  const wrong: string[] = [];
  for (const name of names) {
    const match = matches.get(name);
    if (match && "sure" in match) ids.push(match.sure.id);
    else wrong.push(refusalOf(name, match?.candidates.map((candidate) => candidate.name) ?? []));
  }
  return wrong.length > 0 ? { ok: false, refusal: wrong.join(" ") } : { ok: true, ids };
}

const refusalOf = (name: string, candidates: readonly string[]) =>
  candidates.length > 0
    ? `« ${name} » n’est pas trouvée sûrement : écrivez son nom comme dans l’annuaire, par exemple ${candidates.map((one) => `« ${one} »`).join(" ou ")}.`
    : `« ${name} » n’est pas dans l’annuaire : corrigez son nom, ou ajoutez d’abord sa fiche.`;

/** The organisation that this name surely means, or none. */
export async function settleFunder(db: Db, name: string): Promise<number | null> {
  if (!name) return null;
  const match = (await matchOrganisations(db, [name])).get(name);
  return match && "sure" in match ? match.sure.id : null;
}
