import { matchOrganisations } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import {
  findCountriesByWord,
  type PlaceQuestion,
  settleTypedPlaces,
  wordQuestions,
} from "#domains/territory/index.ts";
import { type Day, readDay } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type PlannedPeriod, readPlannedPeriod } from "../rules.periods.ts";
import type { EventEntry, Organiser, OrganiserRole, SessionEntry } from "./entry.ts";
import { checkSession, type SessionFields } from "./input.session.ts";
import type { EventFields } from "./input.ts";
import type { Offer } from "./queries.offer.ts";
import { durationOf } from "./rules.times.ts";

export type Settled<Value> =
  | { ok: true; value: Value }
  | { ok: false; errors: Errors; questions: readonly PlaceQuestion[] };

/** What the choice of the kind says: a training, an event of a kind of the list, or of none. */
export const kindOf = (typed: string, offer: Offer) => ({
  training: typed === "formation",
  kindId: offer.kinds.find(({ id }) => String(id) === typed)?.id ?? null,
});

/**
 * Understands what is said of an event: who holds it, the countries, its period. An organisation that the directory does not
 * know, or not surely, is kept as typed: it never stops an entry. `saved` keeps who they were while their name does not change.
 */
export async function settleEvent(
  db: Db,
  form: EventFields,
  offer: Offer,
  today: Day,
  saved: readonly { typed: string; organisation_id: number | null }[] = [],
): Promise<Settled<EventEntry>> {
  const errors: Errors = {};
  const words = form.pays
    .split(/[\n;,]+/)
    .map((word) => word.trim())
    .filter(Boolean);
  const countries = await findCountriesByWord(db, words);
  for (const word of words)
    if (!countries.has(word))
      errors["pays"] ??= `« ${word} » n’est aucun pays connu : corrigez son nom, par exemple Mali ou Bénin.`;
  const year = form.annee_programme ?? Number(today.slice(0, 4));
  const period = form.periode ? readPlannedPeriod(form.periode, year) : undefined;
  if (form.periode && !period)
    errors["periode"] =
      `« ${form.periode} » n’est pas une période : écrivez mai, juin-juillet, automne, fin mars, ou à définir.`;
  if (form.inscription === "elsewhere" && !form.inscription_adresse)
    errors["inscription_adresse"] = "Donnez l’adresse de la page où l’on s’inscrit.";
  const { ouverture: opens, cloture: closes } = form;
  if (opens && closes && `${closes.day} ${closes.time ?? "23:59"}` <= `${opens.day} ${opens.time ?? "00:00"}`)
    errors["cloture"] = "Les inscriptions ferment avant d’ouvrir : vérifiez les deux jours.";
  if (Object.keys(errors).length > 0) return { ok: false, errors, questions: [] };
  const { training, kindId } = kindOf(form.genre, offer);
  const among = (terms: readonly { id: number }[], ids: readonly (number | null)[]) =>
    ids.filter((id) => id !== null).filter((id) => terms.some((term) => term.id === id));
  const one = (terms: readonly { id: number }[], id: number | null) => among(terms, [id])[0] ?? null;
  return {
    ok: true,
    value: {
      title: form.titre,
      training,
      kindId,
      moduleId: training ? one(offer.modules, form.module) : null,
      nature: training ? form.nature : null,
      objectives: form.objectifs,
      description: form.description,
      visibility: form.interne ? "internal" : "listed",
      origin: form.relaye ? "relayed" : "own",
      organisers: await settleOrganisers(db, form, saved),
      audience: form.public,
      audienceTypeIds: among(offer.types, form.types),
      poleId: one(offer.poles, form.pole),
      axisId: one(offer.axes, form.axe),
      missionId: one(offer.missions, form.mission),
      schemeId: one(offer.schemes, form.dispositif),
      sectorIds: among(offer.sectors, form.secteurs),
      goalIds: among(offer.goals, form.odd),
      countryCodes: words.flatMap((word) => countries.get(word)?.code ?? []),
      website: form.site,
      accessibility: form.accessibilite,
      contact: form.contact,
      registration: form.inscription,
      registrationUrl: form.inscription_adresse,
      opens,
      closes,
      capacity: form.places,
      series: form.seances === "serie",
      priceCents: form.prix,
      priceWords: form.prix_mots,
      reminderDays: form.rappels,
      ...plannedOf(form.periode, form.annee_programme, period),
    },
  };
}

/** What the programme holds of an event. A period said without a year of programme takes the year of its first day. */
export const plannedOf = (said: string, year: number | null, period: PlannedPeriod | undefined) => ({
  programmeYear: year,
  plannedPeriod: said,
  plannedFrom: period?.from ?? null,
  plannedTo: period?.to ?? null,
});

async function settleOrganisers(
  db: Db,
  form: Pick<EventFields, "organisateurs" | "coorganisateurs" | "intervenants">,
  saved: readonly { typed: string; organisation_id: number | null }[],
): Promise<Organiser[]> {
  const typed = (role: OrganiserRole, names: readonly string[]) => names.map((name) => ({ role, name }));
  const all = [
    ...typed("organiser", form.organisateurs),
    ...typed("co_organiser", form.coorganisateurs),
    ...typed("speaker", form.intervenants),
  ];
  if (all.length === 0) return [];
  const before = new Map(saved.map((one) => [one.typed, one.organisation_id]));
  const known = await matchOrganisations(
    db,
    all.map(({ name }) => name),
  );
  return all.map(({ role, name }) => {
    const match = known.get(name);
    const id = before.get(name) ?? (match && "sure" in match ? match.sure.id : null);
    return { role, typed: name, organisationId: id };
  });
}

/**
 * Understands one date that starts on `startsOn`: its commune is found, or asked about (`typed` holds what was chosen). Held in
 * several places, it keeps them as typed. Its duration is what was said, else that of its hours.
 */
export async function settleSession(
  db: Db,
  form: SessionFields,
  { startsOn, training, typed }: { startsOn: Day; training: boolean; typed: Typed },
): Promise<Settled<SessionEntry>> {
  const errors = checkSession(form, startsOn, training);
  const { region_code: regionCode } = await findSettings(db);
  const { places, online, questions } = await settleTypedPlaces(
    db,
    form.lieu ? [form.lieu] : [],
    typed,
    regionCode,
  );
  Object.assign(errors, wordQuestions(questions));
  if (Object.keys(errors).length > 0) return { ok: false, errors, questions };
  const [place, ...others] = places;
  const hours = {
    startsOn,
    endsOn: form.fin === startsOn ? null : form.fin,
    startsAt: form.heure_debut,
    endsAt: form.heure_fin,
  };
  return {
    ok: true,
    value: {
      ...hours,
      title: form.titre_date,
      durationMinutes: form.duree ?? durationOf(hours),
      participants: form.participants,
      online: online || form.enligne,
      onlineUrl: form.lien,
      place: place ? form.lieu : "",
      communeCode: place && others.length === 0 ? place.communeCode : null,
      address: form.adresse,
    },
  };
}

/** What is typed under “Date”: a day, a period as vague as it is, or nothing. */
export type When = { day: Day } | { period: PlannedPeriod; said: string; year: number } | undefined;

/** Reads it on `today`; a period without a year is that of this year, or of the next once it is over. A sentence when it is neither. */
export function readWhen(typed: string, today: Day): When | string {
  if (!typed.trim()) return undefined;
  const day = readDay(typed, today);
  if (day) return { day };
  const year = Number(today.slice(0, 4));
  const here = readPlannedPeriod(typed, year);
  if (!here)
    return `« ${typed.trim()} » n’est ni une date ni une période : écrivez 6/1/21, lundi prochain, mai, automne, à définir.`;
  const over = here.to !== null && here.to < today && here.from?.startsWith(String(year));
  const period =
    over && !/\b(19|20|21)\d\d\b/.test(typed) ? (readPlannedPeriod(typed, year + 1) ?? here) : here;
  return { period, said: typed.trim(), year: Number((period.from ?? today).slice(0, 4)) };
}
