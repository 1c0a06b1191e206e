import { matchOrganisations } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import {
  findCountriesByWord,
  type PlaceQuestion,
  settleTypedPlaces,
  wordQuestions,
} from "#domains/territory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import { type Errors, readTyped, type Typed } from "#platform/web/form.ts";
import type { ProjectEntry } from "./entry.ts";
import { lineField, readLines } from "./input.lines.ts";
import { projectForm } from "./input.ts";
import type { ProjectRecord } from "./queries.record.ts";

/** What the form offers: terms in use. */
export interface Choices {
  sectors: readonly { id: number; label: string }[];
  goals: readonly { id: number; label: string }[];
  axes: readonly { id: number; label: string }[];
}

export async function listChoices(db: Db): Promise<Choices> {
  const [sectors, goals, axes] = await Promise.all([
    listTerms(db, "sectors", { retired: true }),
    listTerms(db, "odd", { retired: true }),
    listTerms(db, "strategic_axes", { retired: true }),
  ]);
  return { sectors, goals, axes };
}

/** A form understood: ready to be written, or with what only the person can say. */
export type Settled =
  | { ok: true; entry: ProjectEntry; version: number; typed: Typed }
  | { ok: false; errors: Errors; typed: Typed; questions: readonly PlaceQuestion[] };

/**
 * Understands a form as typed: its dates, its amounts, its lines, then the communes, countries and organisations that it
 * names. An organisation that the directory does not know, or not surely, is kept as typed: it never stops an entry.
 * `saved`: the record being changed, whose organisations stay who they are while their name does not change.
 * `anywhere`: a place that is not sure is kept as typed too, instead of being asked about.
 */
export async function settleProject(
  db: Db,
  typed: Typed,
  choices: Choices,
  { anywhere = false, saved }: { anywhere?: boolean; saved?: ProjectRecord } = {},
): Promise<Settled> {
  const form = readTyped(typed, projectForm);
  const lines = readLines(typed);
  const errors = { ...(form.ok ? {} : form.errors), ...lines.errors };
  const { region_code: regionCode } = await findSettings(db);
  const spoken = form.ok ? partedCountries(form.value.pays) : [];
  const countries = await findCountriesByWord(db, [
    ...spoken,
    ...[...lines.actors, ...lines.there].map(({ country }) => country).filter(Boolean),
  ]);
  const countryOf = (word: string, field: string) => {
    if (!word) return null;
    const country = countries.get(word);
    if (!country)
      errors[field] ??= `« ${word} » n’est aucun pays connu : corrigez son nom, par exemple Mali ou Bénin.`;
    return country?.code ?? null;
  };
  const settled = await settleTypedPlaces(
    db,
    lines.here.map(({ name }) => name),
    typed,
    regionCode,
  );
  const unsure = anywhere ? [] : settled.questions;
  const entry = {
    countryCodes: spoken.flatMap((word) => countryOf(word, "pays") ?? []),
    participants: lines.actors.map(({ index, role, name, country }) => ({
      role,
      name,
      organisationId: null as number | null,
      countryCode: countryOf(country, lineField("acteur", index, "pays")),
    })),
    places: [
      ...settled.places.map(({ typed: name, communeCode, countryCode }) =>
        here(name, communeCode, countryCode),
      ),
      ...(anywhere ? settled.questions.map(({ typed: name }) => here(name, null, null)) : []),
      ...lines.there.map(({ index, country, name, position }) => ({
        side: "there" as const,
        name,
        communeCode: null,
        countryCode: countryOf(country, lineField("la", index, "pays")),
        longitude: position?.longitude ?? null,
        latitude: position?.latitude ?? null,
      })),
    ],
    budget: lines.budget.map(({ index: _, ...line }) => ({ ...line, organisationId: null as number | null })),
  };
  Object.assign(errors, wordQuestions(unsure));
  if (!form.ok || Object.keys(errors).length > 0) return { ok: false, errors, typed, questions: unsure };
  const names = [...entry.participants.map(({ name }) => name), ...entry.budget.map(({ funder }) => funder)];
  const known = names.length > 0 ? await matchOrganisations(db, names) : new Map<string, never>();
  const before = new Map(
    [
      ...(saved?.participants ?? []),
      ...(saved?.budget ?? []).map((line) => ({ ...line, name: line.funder })),
    ].map(({ name, organisation_id }) => [name, organisation_id]),
  );
  const idOf = (name: string) => {
    const same = before.get(name);
    if (same) return same;
    const match = known.get(name);
    return match && "sure" in match ? match.sure.id : null;
  };
  const { value } = form;
  const among = (terms: readonly { id: number }[], ids: readonly number[]) =>
    ids.filter((id) => terms.some((term) => term.id === id));
  return {
    ok: true,
    typed,
    version: value.version,
    entry: {
      title: value.titre,
      summary: value.resume,
      description: value.description,
      website: value.site,
      stage: value.etape,
      starts: value.debut,
      ends: value.fin,
      axisId: among(choices.axes, [value.axe ?? 0])[0] ?? null,
      sectorIds: among(choices.sectors, value.secteurs),
      mainGoalId: among(choices.goals, [value.odd_principal ?? 0])[0] ?? null,
      goalIds: among(choices.goals, value.odd),
      countryCodes: entry.countryCodes,
      beneficiaries: value.beneficiaires,
      beneficiaryCount: value.nombre,
      notes: value.notes,
      participants: entry.participants.map((one) => ({ ...one, organisationId: idOf(one.name) })),
      places: entry.places,
      budget: entry.budget.map((line) => ({ ...line, organisationId: idOf(line.funder) })),
    },
  };
}

const here = (name: string, communeCode: string | null, countryCode: string | null) => ({
  side: "here" as const,
  name,
  communeCode,
  countryCode,
  longitude: null,
  latitude: null,
});

/** Countries typed side by side: on lines, or parted by commas or semicolons. */
export const partedCountries = (typed: string) =>
  typed
    .split(/[\n;,]+/)
    .map((word) => word.trim())
    .filter(Boolean);
