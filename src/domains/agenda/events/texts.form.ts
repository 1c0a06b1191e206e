import type { Day } from "#platform/dates.ts";
import type { Typed } from "#platform/web/form.ts";
import { formatAmount, formatShortDay } from "#ui/format.ts";
import type { OrganiserRole } from "./entry.ts";
import type { Offer } from "./queries.offer.ts";
import type { EventRecord } from "./queries.ts";
import { nextYear } from "./rules.times.ts";
import { entryOfSession, sessionForm } from "./texts.session.ts";
import { natureLabels, registrationLabels, typedMoment } from "./texts.ts";

/** The fields of an event, by name, as a person calls them. */
export const eventLabels = {
  titre: "Titre",
  genre: "Type",
  organisateurs: "Organisé par",
  coorganisateurs: "Avec",
  intervenants: "Intervenants",
  relaye: "Relayé",
  interne: "Réservé à l’équipe",
  description: "Présentation",
  module: "Module du catalogue",
  nature: "Nature",
  objectifs: "Objectifs",
  public: "À qui cela s’adresse",
  types: "Types d’acteurs",
  pole: "Pôle",
  axe: "Axe stratégique",
  mission: "Mission",
  dispositif: "Dispositif",
  secteurs: "Secteurs",
  odd: "ODD",
  pays: "Pays",
  site: "Page sur internet",
  accessibilite: "Accessibilité",
  contact: "Contact",
  inscription: "Inscription",
  inscription_adresse: "Adresse de l’inscription",
  ouverture: "Ouverture",
  cloture: "Clôture",
  places: "Places",
  seances: "Plusieurs dates",
  prix: "Prix",
  prix_mots: "Le prix en mots",
  rappels: "Rappels",
  annee_programme: "Programme de l’année",
  periode: "Période prévue",
} as const;
export type EventField = keyof typeof eventLabels;

/** An event as it would be typed in its form. */
export function formOf(event: EventRecord): Record<EventField, string | string[]> {
  const named = (role: OrganiserRole) =>
    event.organisers
      .filter((one) => one.role === role)
      .map(({ typed }) => typed)
      .join("\n");
  const id = (term: number | null) => (term === null ? "" : String(term));
  return {
    titre: event.title,
    genre: event.training ? "formation" : id(event.kind_id),
    organisateurs: named("organiser"),
    coorganisateurs: named("co_organiser"),
    intervenants: named("speaker"),
    relaye: event.origin === "relayed" ? "oui" : "",
    interne: event.visibility === "internal" ? "oui" : "",
    description: event.description,
    module: id(event.module_id),
    nature: event.nature ?? "",
    objectifs: event.objectives,
    public: event.audience,
    types: event.audience_type_ids.map(String),
    pole: id(event.pole_id),
    axe: id(event.axis_id),
    mission: id(event.mission_id),
    dispositif: id(event.scheme_id),
    secteurs: event.sector_ids.map(String),
    odd: event.goal_ids.map(String),
    pays: event.countries.join(", "),
    site: event.website,
    accessibilite: event.accessibility,
    contact: event.contact,
    inscription: event.registration,
    inscription_adresse: event.registration_url,
    ouverture: typedMoment(event.opens),
    cloture: typedMoment(event.closes),
    places: event.capacity === null ? "" : String(event.capacity),
    seances: event.series ? "serie" : "choix",
    prix: event.price_cents > 0 ? formatAmount(event.price_cents) : "",
    prix_mots: event.price_words,
    rappels: event.reminder_days.join(", "),
    annee_programme: event.programme_year === null ? "" : String(event.programme_year),
    periode: event.planned_period,
  };
}

/** What was typed of an event, to be read rather than sent. */
export function wordedForm(typed: Typed, offer: Offer): Record<EventField, string> {
  const words = (name: EventField) => [typed[name] ?? ""].flat();
  const labels = (name: EventField, terms: readonly { id: number; label: string }[]) =>
    terms
      .filter(({ id }) => words(name).includes(String(id)))
      .map(({ label }) => label)
      .join(", ");
  const yes = (name: EventField) => (words(name)[0] === "oui" ? "oui" : "non");
  const code = (name: EventField, known: Readonly<Record<string, string>>) =>
    known[words(name)[0] ?? ""] ?? "";
  const plain = Object.fromEntries(
    (Object.keys(eventLabels) as EventField[]).map((name) => [name, words(name).join(", ").trim()]),
  ) as Record<EventField, string>;
  return {
    ...plain,
    genre: words("genre")[0] === "formation" ? "Formation" : labels("genre", offer.kinds),
    relaye: yes("relaye"),
    interne: yes("interne"),
    module: labels("module", offer.modules),
    nature: code("nature", natureLabels),
    types: labels("types", offer.types),
    pole: labels("pole", offer.poles),
    axe: labels("axe", offer.axes),
    mission: labels("mission", offer.missions),
    dispositif: labels("dispositif", offer.schemes),
    secteurs: labels("secteurs", offer.sectors),
    odd: labels("odd", offer.goals),
    inscription: code("inscription", registrationLabels),
    seances: words("seances")[0] === "choix" ? "on choisit une date" : "on s’inscrit à toutes",
  };
}

/** The same event again: all but its dates, its people and its place in a programme. `later`: its dates, a year after. */
export function copyOf(event: EventRecord, { later }: { later: boolean }): Typed {
  const { annee_programme: _, periode, ouverture: __, cloture: ___, ...form } = formOf(event);
  const [first, ...others] = event.sessions.filter((session) => !session.removed_at && !session.cancelled_at);
  const day = (on: Day) => formatShortDay(nextYear(on));
  const session: Typed = first ? sessionForm({ ...entryOfSession(first), participants: 0 }) : {};
  const when =
    first && later
      ? { debut: day(first.starts_on), fin: first.ends_on ? day(first.ends_on) : "" }
      : { debut: "", fin: "" };
  const programme: Typed =
    later && event.programme_year ? { annee_programme: String(event.programme_year + 1), periode } : {};
  return {
    ...form,
    ...session,
    ...when,
    ...programme,
    ...(later && !first ? { debut: periode } : {}),
    autres: later ? others.map(({ starts_on }) => day(starts_on)).join("\n") : "",
  };
}
