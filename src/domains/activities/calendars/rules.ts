import type { SettledPlace } from "#domains/territory/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

/** Proposals of a page. */
export const entriesShown = 25;

/** What the log reads of a time of a calendar: `Occurrence` of the platform. */
export interface Dated {
  uid: string;
  occurrence: string;
  subject: string;
  description: string;
  location: string;
  conference: string;
  startsAt: string;
  endsAt: string;
  wholeDays: boolean;
  private: boolean;
  cancelled: boolean;
  free: boolean;
  guests: readonly Invited[];
}

interface Invited {
  name: string;
  email: string;
  answer: "accepted" | "declined" | "tentative" | "none";
  organises: boolean;
  thing: boolean;
}

/** Why a time of a calendar is not proposed. */
export const leftReasons = ["private", "wholeDays", "declined", "cancelled", "free", "empty"] as const;
export type LeftReason = (typeof leftReasons)[number];

/** Why this one is left out, when it is; `mine`: the addresses under which its owner is invited. */
export function whyLeft(one: Dated, mine: ReadonlySet<string>): LeftReason | undefined {
  if (one.private) return "private";
  if (one.cancelled) return "cancelled";
  if (one.wholeDays) return "wholeDays";
  if (one.guests.some(({ email, answer }) => mine.has(email) && answer === "declined")) return "declined";
  if (one.free) return "free";
  return one.subject.trim() === "" || one.endsAt <= one.startsAt ? "empty" : undefined;
}

/** Someone who was invited and did not decline, apart from the team. */
export interface ProposedPerson {
  name: string;
  email: string;
  personId: number | null;
}

/** An organisation that may have been there, with what makes us think so: it is shown, never taken silently. */
export interface ProposedOrganisation {
  id: number;
  name: string;
  why: "person" | "address" | "domain" | "subject";
  /** The address, or the words. */
  said: string;
}

/** What was understood of a time of a calendar, kept beside it until someone decides. */
export interface EntryFacts {
  online: boolean;
  places: SettledPlace[];
  /** A place that is not surely a commune, as the calendar writes it. */
  unsure: string;
  typeId: number | null;
  poleId: number | null;
  axisId: number | null;
  missionId: number | null;
  schemeId: number | null;
  organisations: ProposedOrganisation[];
  people: ProposedPerson[];
  /** Accounts of the team that were invited too, its owner first. */
  staff: string[];
  /** How many came from outside the team, as far as the calendar knows; null when it names nobody. */
  participants: number | null;
}

/** The most people who are named one by one. */
const mostNamed = 60;

/** Who was invited and did not decline, without rooms nor the team (`team`: its addresses). */
export function outsidersOf(guests: readonly Invited[], team: ReadonlySet<string>): ProposedPerson[] {
  return guests
    .filter(({ email, answer, thing }) => !thing && answer !== "declined" && !team.has(email))
    .slice(0, mostNamed)
    .map(({ name, email }) => ({ name: name || nameOfAddress(email), email, personId: null }));
}

/** How many from outside: nobody known when the calendar names no guest at all. */
export function countOutsiders(guests: readonly Invited[], team: ReadonlySet<string>): number | null {
  const named = guests.filter(({ thing }) => !thing);
  if (named.length === 0) return null;
  return named.filter(({ email, answer }) => answer !== "declined" && !team.has(email)).length;
}

/** `jeanne.dupont@…` is `Jeanne Dupont`; an address that says no name stays as it is. */
function nameOfAddress(email: string): string {
  const words = (email.split("@")[0] ?? "")
    .split(/[._]/)
    .filter((word) => /^\p{L}{2,}(-\p{L}+)*$/u.test(word));
  if (words.length < 2) return email;
  return words.map((word) => word.charAt(0).toLocaleUpperCase("fr") + word.slice(1)).join(" ");
}

const onlineWords =
  /\b(teams|zoom|skype|jitsi|webex|bigbluebutton|whereby|livestorm|visio(conference)?|en ligne|a distance|distanciel|webinaire|telephone|appel)\b/;
const links = /\b(?:https?:\/\/|www\.)\S+/gi;
const saysFar = (text: string) => onlineWords.test(fold(text));

/** Whether it was held at a distance, as the calendar says it. */
export const saysOnline = (one: Pick<Dated, "location" | "conference">) =>
  one.conference !== "" || saysFar(one.location) || one.location.search(links) >= 0;

/**
 * What may name a commune in a place as calendars write it, the likeliest first: a postal code and what follows it, the whole,
 * then each part from the end. `Mairie, place de l’Hôtel de Ville, 02200 Soissons, France`: `Soissons` first. Nothing for what is only a link
 * or the name of a service.
 */
export function placeTexts(location: string): string[] {
  const bare = location.replace(links, " ").replace(/\s+/g, " ").trim();
  const parts = bare
    .split(/[,;|\n]| - | – /)
    .map((part) => part.trim())
    .filter((part) => part && !/^france$/i.test(part) && !saysFar(part));
  const coded = parts.flatMap((part) => /\b\d{5}\s+(\p{L}.*)$/u.exec(part)?.[1] ?? []);
  const whole = parts.length > 0 && !saysFar(bare) ? [bare] : [];
  const texts = [
    ...coded,
    ...whole,
    ...parts.toReversed().map((part) => part.replace(/\b\d{5}\b/, "").trim()),
  ];
  return [...new Set(texts)].filter(
    (text) => text.length > 1 && text.length <= 120 && /\p{L}{2}/u.test(text),
  );
}

/** The place as it is kept when no commune is sure. */
export const typedPlace = (location: string) =>
  location.replace(links, " ").replace(/\s+/g, " ").trim().slice(0, 200);

/** The type whose name, or another word for it, is said in the subject; the longest wins, then the first said. */
export function typeSaid(
  subject: string,
  types: readonly { id: number; label: string; synonyms: readonly string[] }[],
): number | null {
  const text = ` ${fold(subject)} `;
  const said = types.flatMap(({ id, label, synonyms }) =>
    [label, ...synonyms]
      .map(fold)
      .map((word) => ({ id, weight: word.length, at: word ? text.indexOf(` ${word} `) : -1 }))
      .filter(({ at }) => at >= 0),
  );
  const [best] = said.sort((a, b) => b.weight - a.weight || a.at - b.at);
  return best?.id ?? null;
}

/** Whether nothing is left to be said before it is logged. */
export const isComplete = (facts: EntryFacts) =>
  facts.typeId !== null && facts.participants !== null && (facts.online || facts.places.length > 0);
