import type { Db } from "#platform/db/index.ts";
import { matchPlaces } from "../matching/index.ts";
import type { OfficeEntry } from "./commands.ts";
import type { OfficeForm } from "./input.ts";

/** The office of a valid form with its commune found, or what to say beside the field. */
export async function settleOffice(
  db: Db,
  form: OfficeForm,
  regionCode: string,
): Promise<{ ok: true; entry: OfficeEntry } | { ok: false; error: string }> {
  const match = (await matchPlaces(db, [form.commune], { regionCode })).get(form.commune);
  if (match?.kind === "proposals") {
    const names = match.candidates.map(({ name, department }) => `${name} (${department})`).join(", ");
    return { ok: false, error: `« ${form.commune} » n’est pas sûre : écrivez par exemple ${names}.` };
  }
  if (match?.kind !== "commune")
    return { ok: false, error: `« ${form.commune} » n’est aucune commune connue : vérifiez son nom.` };
  const entry = {
    name: form.nom,
    communeCode: match.code,
    address: form.adresse,
    openedOn: form.ouverture,
    closedOn: form.fermeture,
  };
  return { ok: true, entry };
}
