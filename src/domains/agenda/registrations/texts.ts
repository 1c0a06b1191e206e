import { fold } from "#platform/spreadsheets/fold.ts";
import { formatAmount, formatDay, formatShortDay } from "#ui/format.ts";
import type { BookedSession, Booking } from "./queries.event.ts";
import type { Opening } from "./rules.opening.ts";
import type { Places } from "./rules.places.ts";

type When = Pick<BookedSession, "starts_on" | "ends_on" | "starts_at" | "ends_at">;
type Where = Pick<BookedSession, "online" | "place" | "commune">;

/** A title as an address says it. */
export const slugOf = (title: string) =>
  fold(title).replaceAll(" ", "-").slice(0, 80).replace(/-$/, "") || "evenement";

const clock = (time: string) =>
  time
    .replace(/^0/, "")
    .replace(":", "\u00a0h\u00a0")
    .replace(/\u00a000$/, "");

/** `18 février 2021, de 14 h à 17 h 30` */
export function wordWhen({ starts_on, ends_on, starts_at, ends_at }: When): string {
  const days =
    ends_on && ends_on !== starts_on
      ? `du ${formatDay(starts_on)} au ${formatDay(ends_on)}`
      : formatDay(starts_on);
  if (!starts_at) return days;
  return ends_at ? `${days}, de ${clock(starts_at)} à ${clock(ends_at)}` : `${days} à ${clock(starts_at)}`;
}

/** The same, for the head of a column: `18/02/2021`, and the time. */
export const wordShortWhen = ({ starts_on, starts_at }: When) =>
  starts_at ? `${formatShortDay(starts_on)}, ${clock(starts_at)}` : formatShortDay(starts_on);

/** `En ligne`, `Lille`, `Lille et en ligne` */
export function wordWhere({ online, place, commune }: Where): string {
  const where = place || commune || "";
  if (!where) return online ? "En ligne" : "Lieu à préciser";
  return online ? `${where} et en ligne` : where;
}

/** `Gratuit`, `25 €`, `25 € (gratuit pour les adhérents)` */
export const wordPrice = ({ price_cents, price_words }: Pick<Booking, "price_cents" | "price_words">) =>
  price_cents === 0
    ? price_words || "Gratuit"
    : price_words
      ? `${formatAmount(price_cents)} (${price_words})`
      : formatAmount(price_cents);

/** What is left, for who wonders whether to hurry; nothing when places are not counted. */
export function wordPlaces({ free, waiting }: Places): string {
  if (free === undefined) return "";
  if (free > 0 && waiting === 0)
    return free === 1 ? "Une place reste libre" : `${free} places restent libres`;
  return waiting === 0
    ? "Complet : une liste d’attente est ouverte"
    : `Complet : ${waiting === 1 ? "une personne attend" : `${waiting} personnes attendent`} déjà une place`;
}

export const stateWords: Readonly<Record<string, string>> = {
  confirmed: "Inscription confirmée",
  waiting: "Liste d’attente",
  cancelled: "Annulée",
};

export const sourceWords: Readonly<Record<string, string>> = {
  form: "Par le formulaire",
  staff: "Par l’équipe",
  door: "Sur place, sans inscription",
};

export const nameOf = ({ given_name, family_name }: { given_name: string; family_name: string }) =>
  `${given_name} ${family_name}`.trim() || "Personne effacée";

/** Why the form is not offered, in a sentence. */
export function wordClosed(opening: Opening, instant: (at: Date) => string): string {
  switch (opening.is) {
    case "early":
      return `Les inscriptions ouvriront le ${instant(opening.at)}.`;
    case "cancelled":
      return "Cet événement est annulé : il ne prend plus d’inscription.";
    case "undated":
      return "Les inscriptions ouvriront quand les dates seront connues.";
    case "past":
      return "Cet événement a commencé : les inscriptions sont closes.";
    case "closed":
      return "Les inscriptions sont closes.";
    case "elsewhere":
      return "Les inscriptions se font sur un autre site.";
    default:
      return "Cet événement ne demande pas d’inscription.";
  }
}

const letterNames: readonly (readonly [RegExp, string])[] = [
  [/^confirmation/, "Réponse à l’inscription"],
  [/^again/, "Lien envoyé de nouveau"],
  [/^promotion/, "Une place s’est libérée"],
  [/^cancellation/, "Annulation de l’inscription"],
  [/^restoration/, "Inscription rétablie"],
  [/^reminder/, "Rappel"],
  [/^announcement/, "Nouvelle de l’événement"],
  [/^thanks/, "Remerciement"],
  [/^missed/, "À qui n’est pas venu"],
];

/** What a letter was, once its text is no longer kept. */
export const letterWords = (key: string) =>
  letterNames.find(([pattern]) => pattern.test(key))?.[1] ?? "Lettre";
