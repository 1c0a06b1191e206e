import type { Db } from "#platform/db/index.ts";
import { matchOrganisations } from "./queries.ts";

/**
 * Which organisation is meant by a name typed in a form: the one chosen among those proposed for this name, or the only one
 * that bears it. Else what it may be, with the error to show beside the field `organisation`.
 */
export async function settleOrganisation(db: Db, name: string, chosen: number | undefined) {
  const match = (await matchOrganisations(db, [name])).get(name) ?? { candidates: [] };
  if ("sure" in match) return { ok: true as const, ...match.sure };
  const { candidates } = match;
  const choice = candidates.find(({ id }) => id === chosen);
  if (choice) return { ok: true as const, id: choice.id, name: choice.name };
  const organisation =
    candidates.length > 0
      ? `« ${name} » n’est pas le nom exact d’une organisation de l’annuaire. Choisissez ci-dessous, ou ajoutez-la.`
      : `« ${name} » n’est pas dans l’annuaire. Vérifiez l’orthographe, ou ajoutez d’abord cette organisation.`;
  return { ok: false as const, candidates, errors: { organisation } };
}
