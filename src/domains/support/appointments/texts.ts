import { clockAt } from "#platform/dates.clock.ts";
import { formatClock, formatDay, formatDuration, formatFullDay } from "#ui/format.ts";

export const modes = ["office", "online", "phone", "elsewhere"] as const;
export type Mode = (typeof modes)[number];

export const modeLabels: Readonly<Record<Mode, string>> = {
  office: "Au bureau",
  online: "En visioconférence",
  phone: "Par téléphone",
  elsewhere: "Ailleurs",
};
export const modeOf = (text: string): Mode => modes.find((mode) => mode === text) ?? "elsewhere";

export const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

/** `mardi 3 mars 2026, de 9 h à 9 h 45` */
export function wordWhen({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  const [start, end] = [clockAt(startsAt), clockAt(endsAt)];
  const last = end.day === start.day ? "" : ` le ${formatDay(end.day)}`;
  return `${formatFullDay(start.day)}, de ${formatClock(start.time)} à ${formatClock(end.time)}${last}`;
}

/** `9 h` */
export const wordTime = (at: Date) => formatClock(clockAt(at).time);

/** Where, in a few words: `Lille, 5 rue de la Paix`, `En visioconférence`. */
export const wordPlace = ({ mode, place }: { mode: string; place: string }) =>
  place || modeLabels[modeOf(mode)];

/** `Le mardi, de 9 h à 12 h, toutes les deux semaines ; 45 min chacun` */
export function wordOpening(opening: {
  weekday: number | null;
  every_weeks: number;
  held_on: string | null;
  starts_at: string;
  ends_at: string;
  slot_minutes: number;
  from_on: string;
  to_on: string | null;
}): string {
  const day = opening.held_on
    ? `Le ${formatFullDay(opening.held_on)}`
    : `Le ${weekdays[(opening.weekday ?? 1) - 1]}`;
  const often = opening.every_weeks > 1 ? `, toutes les ${opening.every_weeks} semaines` : "";
  const until = opening.to_on && !opening.held_on ? `, jusqu’au ${formatDay(opening.to_on)}` : "";
  return `${day}, de ${formatClock(opening.starts_at)} à ${formatClock(opening.ends_at)}${often}${until} ; ${formatDuration(opening.slot_minutes)} par rendez-vous`;
}

/** Why nothing was booked, moved or added. */
export const refusals = {
  gone: "Ce créneau vient d’être pris, ou n’est plus offert : choisissez-en un autre.",
  shut: "Cette personne ne prend pas de rendez-vous par cette page en ce moment.",
  many: "Vous avez déjà trois rendez-vous à venir avec cette personne : déplacez-en un, ou écrivez à l’équipe.",
  past: "Ce rendez-vous est passé : il ne se change plus.",
  early: "Un rendez-vous se note une fois tenu : celui-ci est à venir.",
  changed: "Ce rendez-vous vient d’être changé par quelqu’un d’autre : voici où il en est.",
  taken: "Un autre rendez-vous est déjà à cette heure : changez l’heure ou la durée.",
} as const;
export type RefusalCode = keyof typeof refusals;

/** What the calendar of an officer answered when it could not be read. */
const calendarRefusals: Readonly<Record<string, string>> = {
  slow: "il n’a pas répondu à temps",
  busy: "il demande d’attendre",
  down: "il ne répond pas",
  unreadable: "ce qui s’y trouve n’est pas un agenda iCalendar",
  heavy: "il est trop lourd, ou se répète sans fin",
  refused: "l’adresse refuse d’être lue, ou ne mène pas à un agenda public",
};
export const wordCalendarRefusal = (code: string) => calendarRefusals[code] ?? "il ne répond pas";
