import type { Day } from "#platform/dates.ts";
import { formatClock, formatDay, formatMonth, formatWeekday } from "#ui/format.ts";
import type { Dimension } from "./input.ts";
import type { Month } from "./rules.ts";

/** `Formation`, `Webinaire`, `Événement`. */
export const wordKind = ({ training, kind }: { training: boolean; kind: string | null }) =>
  training ? "Formation" : (kind ?? "Événement");

/** `2026-11` to `novembre 2026`. */
export const wordMonth = (month: Month) =>
  `${formatMonth(Number(month.slice(5)))}${"\u00a0"}${month.slice(0, 4)}`;
/** `de novembre 2026`, `d’avril 2027`. */
export const ofMonth = (month: Month) =>
  /^[aeiou]/i.test(wordMonth(month)) ? `d’${wordMonth(month)}` : `de ${wordMonth(month)}`;
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `mardi 12 janvier 2026`. */
export const wordDay = (day: Day) => `${formatWeekday(day)} ${formatDay(day)}`;

interface Hours {
  starts_at: string | null;
  ends_at: string | null;
}
/** `de 9 h 30 à 12 h`, `à 14 h`; nothing for whole days. */
export function wordHours({ starts_at, ends_at }: Hours): string {
  if (!starts_at) return "";
  return ends_at ? `de ${formatClock(starts_at)} à ${formatClock(ends_at)}` : `à ${formatClock(starts_at)}`;
}

/**
 * `mardi 12 janvier 2026, de 9 h 30 à 12 h`; `du 20 au 29 novembre 2026`; with hours, `du 12 janvier 2026 à 14 h au 13
 * janvier 2026 à 12 h`.
 */
export function wordWhen(first: Day, last: Day, hours: Hours): string {
  if (first === last) return [wordDay(first), wordHours(hours)].filter(Boolean).join(", ");
  return wordDays(first, last, hours);
}

/** Several days, from the first to the last; what they have in common is said once. */
export function wordDays(first: Day, last: Day, { starts_at, ends_at }: Hours): string {
  if (starts_at)
    return `du ${formatDay(first)} à ${formatClock(starts_at)} au ${formatDay(last)}${ends_at ? ` à ${formatClock(ends_at)}` : ""}`;
  const words = formatDay(first).split(" ");
  const said = first.slice(0, 4) !== last.slice(0, 4) ? 3 : first.slice(5, 7) !== last.slice(5, 7) ? 2 : 1;
  return `du ${words.slice(0, said).join(" ")} au ${formatDay(last)}`;
}

interface Where {
  online: boolean;
  place: string;
  commune: string | null;
}
/** `En ligne`, `Maison de l’Europe, Lille`, `Lille et en ligne`. */
export function wordWhere({ online, place, commune }: Where): string {
  const where = commune && place && !sameWords(place, commune) ? `${place}, ${commune}` : (commune ?? place);
  if (!where) return online ? "En ligne" : "Lieu à préciser";
  return online ? `${where} et en ligne` : where;
}
const bare = (text: string) => text.normalize("NFD").replace(/\P{L}/gu, "").toLowerCase();
const sameWords = (place: string, commune: string) => bare(place).includes(bare(commune));

/** When a thing that has no date yet is planned: `Mai 2026`, `Automne 2026`, `2026`, `Date à préciser`. */
export function wordPeriod(period: string, last: Day | null): string {
  const year = last?.slice(0, 4);
  const vague = /^\s*(à|a) (définir|definir|préciser|preciser)/i.test(period) || period.trim() === "";
  if (vague) return year ? `Courant ${year}` : "Date à préciser";
  const said = capital(period.trim());
  return year && !/\d{4}/.test(said) ? `${said}${"\u00a0"}${year}` : said;
}

/** What has changed of a date, in a word or two; nothing when it stands as announced. */
export function wordChange({
  cancelled,
  moved_from,
}: {
  cancelled: boolean;
  moved_from: Day | null;
}): "Annulé" | "Nouvelle date" | "" {
  if (cancelled) return "Annulé";
  return moved_from ? "Nouvelle date" : "";
}

/** `prévu d’abord le mardi 12 janvier 2026, à 14 h`. */
export const wordMove = ({
  moved_from,
  moved_from_at,
}: {
  moved_from: Day | null;
  moved_from_at: string | null;
}) =>
  moved_from
    ? `prévu d’abord le ${wordDay(moved_from)}${moved_from_at ? ` à ${formatClock(moved_from_at)}` : ""}`
    : "";

/** `Lianes coopération, Ville de Lille`; those who speak are not those who hold. */
export const wordOrganisers = (organisers: readonly { name: string; role: string }[]) =>
  organisers
    .filter(({ role }) => role !== "speaker")
    .map(({ name }) => name)
    .join(", ");

export const natures = { thematic: "thématique", methodological: "méthodologique" } as const;

/** What the filters are called, in their order on the page. */
export const titles: Record<Dimension, string> = {
  quoi: "Quoi",
  type: "Type d’événement",
  cadre: "Où le suivre",
  departement: "Département",
  commune: "Commune",
  public: "Pour qui",
  secteur: "Secteur d’action",
  odd: "Objectif de développement durable",
  pays: "Pays",
  organisateur: "Organisé par",
  origine: "Annoncé par",
  pole: "Pôle",
  axe: "Axe stratégique",
};

/** Values that addresses name in French by a word of their own. */
export const valueLabels: Partial<Record<Dimension, Record<string, string>>> = {
  quoi: { evenements: "Événements", formations: "Formations" },
  cadre: { "en-ligne": "En ligne", "sur-place": "Sur place" },
  origine: { reseau: "Le réseau", relayes: "Ses membres et partenaires" },
};
