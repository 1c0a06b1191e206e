import type { CalendarRefusal } from "#platform/calendar/index.ts";
import { clockAt } from "#platform/dates.clock.ts";
import type { OutsideRefusal } from "#platform/outside/index.ts";
import type { Typed } from "#platform/web/form.ts";
import { formatDay, formatDuration, formatShortDay, plural } from "#ui/format.ts";
import type { ReadingDone } from "./commands.reading.ts";
import type { WaitingEntry } from "./queries.ts";
import type { EntryFacts, LeftReason, ProposedOrganisation } from "./rules.ts";

export type ReadingRefusal = CalendarRefusal | OutsideRefusal;

/** Why a calendar could not be read, and what to do. */
export const refusalTexts: Record<ReadingRefusal, string> = {
  notCalendar:
    "Ce n’est pas un agenda au format iCalendar (.ics) : exportez-le, ou copiez son adresse secrète au format iCal.",
  tooHeavy: "Cet agenda est trop lourd : exportez une période plus courte.",
  slow: "L’agenda n’a pas répondu à temps : réessayez dans un moment.",
  busy: "Le service de l’agenda demande d’attendre : réessayez dans quelques minutes.",
  down: "L’agenda n’est pas joignable : vérifiez l’adresse, ou réessayez plus tard.",
  unreadable: "La réponse n’est pas un agenda : copiez l’adresse secrète au format iCal, entière.",
  refused: "Cette adresse refuse d’être lue : vérifiez qu’elle est entière, et que l’agenda est partagé.",
  resting: "Ce service n’a pas répondu plusieurs fois de suite : réessayez dans une minute.",
};

export const refusalText = (code: string) =>
  Object.entries(refusalTexts).find(([known]) => known === code)?.[1] ?? refusalTexts.down;

const leftTexts: Record<LeftReason, (count: number) => string> = {
  private: (count) => plural(count, "privée"),
  wholeDays: (count) => `${plural(count, "journée entière", "journées entières")}`,
  declined: (count) => plural(count, "déclinée"),
  cancelled: (count) => plural(count, "annulée"),
  free: (count) => `${count} où vous étiez « disponible »`,
  empty: (count) => `${count} sans titre ou sans durée`,
};

/** `5 réunions proposées, 2 déjà connues. Laissées de côté : 1 privée, 3 journées entières.` */
export function readingSaid({ fresh, waiting, known, left, unread }: ReadingDone): string {
  const found = [
    fresh > 0 ? `${plural(fresh, "nouvelle réunion proposée", "nouvelles réunions proposées")}` : "",
    waiting > 0 ? `${plural(waiting, "attendait déjà", "attendaient déjà")}` : "",
    known > 0 ? `${plural(known, "déjà notée ou refusée", "déjà notées ou refusées")}` : "",
  ].filter(Boolean);
  const aside = (Object.keys(leftTexts) as LeftReason[]).flatMap((reason) =>
    left[reason] ? [leftTexts[reason](left[reason])] : [],
  );
  return [
    found.length > 0 ? `${found.join(", ")}.` : "Aucune réunion passée à proposer sur cette période.",
    aside.length > 0 ? `Laissées de côté : ${aside.join(", ")}.` : "",
    unread > 0 ? `${plural(unread, "élément illisible", "éléments illisibles")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** `lundi 2 mars 2026, 10:00, 1 h 30` */
export function whenSaid({
  starts_at,
  duration_minutes,
}: Pick<WaitingEntry, "starts_at" | "duration_minutes">) {
  const { day, time } = clockAt(new Date(starts_at));
  return `${formatDay(day)}, ${time}, ${formatDuration(duration_minutes)}`;
}

export const dayOfEntry = ({ starts_at }: Pick<WaitingEntry, "starts_at">) =>
  clockAt(new Date(starts_at)).day;

/** Why an organisation is proposed, in a few words. */
export function whyProposed({ why, said }: ProposedOrganisation): string {
  switch (why) {
    case "person":
      return `y agit : ${said}`;
    case "address":
      return said;
    case "domain":
      return `même domaine que ${said}`;
    case "subject":
      return "dans le sujet";
  }
}

/** The place as the field shows it: what is sure, « En ligne », or what the calendar wrote. */
export function placeSaid({ places, online, unsure }: EntryFacts): string {
  const typed = places.map((place) => place.typed).join(" et ");
  return typed || (online ? "En ligne" : unsure);
}

/** The form of a meeting as a calendar fills it, over what it would hold anyway. */
export function formOfEntry(entry: WaitingEntry, fresh: Typed): Typed {
  const { facts } = entry;
  const id = (value: number | null, otherwise: Typed[string] | undefined) =>
    value === null ? (otherwise ?? "") : String(value);
  return {
    ...fresh,
    sujet: entry.subject,
    date: formatShortDay(dayOfEntry(entry)),
    duree: formatDuration(entry.duration_minutes),
    participants: facts.participants === null ? "" : String(facts.participants),
    type: id(facts.typeId, fresh["type"]),
    enligne: facts.online ? "oui" : "",
    lieux: facts.places.map((place) => place.typed).join("\n") || facts.unsure,
    organisations: facts.organisations.map(({ name }) => name).join("\n"),
    personnes: facts.people.map(({ name }) => name).join("\n"),
    equipe: facts.staff,
    pole: id(facts.poleId, fresh["pole"]),
    axe: id(facts.axisId, fresh["axe"]),
    mission: id(facts.missionId, fresh["mission"]),
    dispositif: id(facts.schemeId, fresh["dispositif"]),
  };
}

/** What came back of decisions taken back. */
export function takenBackSaid({ proposed, kept }: { proposed: number; kept: number }): string {
  const said =
    proposed > 0
      ? `${plural(proposed, "réunion est de nouveau proposée", "réunions sont de nouveau proposées")}.`
      : "Il n’y avait plus rien à annuler.";
  if (kept === 0) return said;
  const stays =
    kept === 1
      ? "Une réunion a été changée depuis : elle reste"
      : `${kept} réunions ont été changées depuis : elles restent`;
  return `${said} ${stays} au journal.`;
}
