import { matchOrganisations } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import {
  findCountriesByWord,
  type PlaceQuestion,
  settleTypedPlaces,
  wordQuestions,
} from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { CourseEntry } from "./commands.ts";
import type { CourseForm } from "./input.ts";

/** A form understood: ready to be written, or with what only the person can say. */
export type Settled =
  | { ok: true; entry: CourseEntry }
  | { ok: false; errors: Errors; questions: readonly PlaceQuestion[] };

/**
 * Finds the organisations, the countries and the commune that a valid form names; `typed` holds the choice made for an
 * unsure place. `known`: those already recorded under the name typed stay the same ones. An organisation that the
 * directory does not know, or not surely, is kept as typed.
 */
export async function settleCourse(
  db: Db,
  form: CourseForm,
  typed: Typed,
  known: readonly { typed: string; organisation_id: number | null }[] = [],
): Promise<Settled> {
  const countries = await readCountries(db, form.pays);
  const place = await settlePlace(db, form.lieu, typed);
  const errors = { ...countries.errors, ...place.errors };
  if (Object.keys(errors).length > 0) return { ok: false, errors, questions: place.questions };
  return {
    ok: true,
    entry: {
      subject: form.sujet,
      organisations: await settleOrganisations(db, form.organisations, known),
      referentId: form.referent,
      staffIds: form.equipe.filter((id) => id !== form.referent),
      openedOn: form.debut,
      themeIds: form.themes,
      countryCodes: countries.codes,
      communeCode: place.communeCode,
      place: form.lieu,
      poleId: form.pole,
      axisId: form.axe,
      schemeId: form.dispositif,
      description: form.description,
      nextStep: form.suite,
      nextStepOn: form.suite_le,
      projectId: form.projet,
      application: form.dossier,
    },
  };
}

/** The organisations that these names surely mean. */
export async function settleOrganisations(
  db: Db,
  names: readonly string[],
  known: readonly { typed: string; organisation_id: number | null }[] = [],
) {
  const matches = await matchOrganisations(db, names);
  return names.map((name) => {
    const before = known.find(({ typed, organisation_id }) => typed === name && organisation_id !== null);
    const match = matches.get(name);
    const sure = match && "sure" in match ? match.sure.id : null;
    return { typed: name, organisationId: before?.organisation_id ?? sure };
  });
}

/** The countries typed in words, commas between; each that is none is said. */
export async function readCountries(db: Db, typed: string) {
  const words = typed
    .split(/[\n;,]+/)
    .map((word) => word.trim())
    .filter(Boolean);
  const found = await findCountriesByWord(db, words);
  const unknown = words.find((word) => !found.has(word));
  const errors: Errors = unknown
    ? { pays: `« ${unknown} » n’est aucun pays connu : corrigez son nom, par exemple Mali ou Bénin.` }
    : {};
  return { codes: [...new Set(words.flatMap((word) => found.get(word)?.code ?? []))], errors };
}

/** The commune typed, or the question that only the person can answer; a place abroad or elsewhere has none. */
export async function settlePlace(db: Db, place: string, typed: Typed) {
  if (!place) return { communeCode: null, errors: {}, questions: [] };
  const { region_code } = await findSettings(db);
  const { places, questions } = await settleTypedPlaces(db, [place], typed, region_code);
  return { communeCode: places[0]?.communeCode ?? null, errors: wordQuestions(questions), questions };
}
