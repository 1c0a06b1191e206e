import { findSettings } from "#domains/network/index.ts";
import { findCountriesByWord, matchPlaces } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { unclearCommune } from "../texts.ts";
import type { FieldChoices } from "./choices.ts";
import type { Field, FieldValues } from "./registry.ts";
import { readFieldValue } from "./rules.ts";
import { formName } from "./texts.ts";
import { runsOf, splitWords } from "./words.ts";

/** What a form says of the fields, and what is wrong in it. `values` holds every field given that is right. */
export interface FieldEntry {
  values: FieldValues;
  errors: Errors;
}

/**
 * Reads these fields as they were typed in a form (`formName` of each). Communes and countries are looked up, terms must
 * be among the `choices`; a SIREN follows from a SIRET, and must be its own.
 */
export async function readFieldEntry(
  db: Db,
  fields: readonly Field[],
  typed: Typed,
  choices: FieldChoices,
): Promise<FieldEntry> {
  const entry: FieldEntry = { values: {}, errors: {} };
  for (const field of fields) {
    const name = formName(field.key);
    const said = [typed[name] ?? []].flat();
    if (field.kind === "commune") await readCommune(db, field, said, entry);
    else if (field.kind === "countries") await readCountries(db, field, said, entry);
    else {
      const reading = readFieldValue(field, said);
      if (!reading.ok) entry.errors[name] = reading.refusal;
      else if (!isOffered(field, reading.value, choices))
        entry.errors[name] = `${field.label} : choisissez dans la liste.`;
      else entry.values[field.key] = reading.value;
    }
  }
  settle(entry);
  return entry;
}

function isOffered({ key, kind }: Field, value: FieldValues[string], choices: FieldChoices) {
  if (kind !== "term" && kind !== "terms" && kind !== "department") return true;
  const offered = new Set(choices[key]?.map((choice) => choice.value));
  return [value ?? []].flat().every((one) => offered.has(String(one)));
}

async function readCommune(db: Db, { key }: Field, said: readonly string[], entry: FieldEntry) {
  const word = said[0]?.trim() ?? "";
  entry.values[key] = null;
  if (!word) return;
  const { region_code: regionCode } = await findSettings(db);
  const match = (await matchPlaces(db, [word], { regionCode })).get(word);
  if (match?.kind === "commune") entry.values[key] = match.code;
  else
    entry.errors[formName(key)] = unclearCommune(word, match?.kind === "proposals" ? match.candidates : []);
}

/** Countries in one line or many, by any name that they bear; those that are not known are named. */
async function readCountries(db: Db, { key }: Field, said: readonly string[], entry: FieldEntry) {
  const cell = said.join("\n");
  const known = await findCountriesByWord(db, runsOf(cell));
  const { found, unknown } = splitWords(cell, (word) => known.get(word)?.code);
  entry.values[key] = found.toSorted();
  if (unknown.length > 0)
    entry.errors[formName(key)] =
      `${unknown.map((word) => `« ${word.slice(0, 80)} »`).join(", ")} : ${unknown.length > 1 ? "ces pays ne sont pas connus" : "ce pays n’est pas connu"}. Vérifiez l’orthographe, par exemple « Mali, Bénin ».`;
}

/** What one field says of another. */
function settle({ values, errors }: FieldEntry) {
  const { siren, siret } = values;
  if (typeof siret === "string" && !("siren" in errors)) {
    if (typeof siren === "string" && !siret.startsWith(siren))
      errors[formName("siret")] =
        "Ce SIRET n’est pas celui de ce SIREN : il doit commencer par ses neuf chiffres.";
    else if ("siren" in values) values["siren"] = siret.slice(0, 9);
  }
  if (values["actor_type_id"] && "family_id" in values) values["family_id"] = null;
  if (values["commune_code"] && "department_code" in values) values["department_code"] = null;
}
