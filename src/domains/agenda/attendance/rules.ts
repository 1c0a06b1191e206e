import { readEmail } from "#platform/addresses.ts";
import type { Day } from "#platform/dates.ts";

/** A box of the screen: who, when. */
export interface Mark {
  registrationId: number;
  sessionId: number;
}

const markOf = (text: string): Mark | undefined => {
  const [, registration, session] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return registration && session
    ? { registrationId: Number(registration), sessionId: Number(session) }
    : undefined;
};

/**
 * What a screen changes: the boxes checked since it was opened, and those unchecked. What was not touched is left as others may
 * have noted it meanwhile. Boxes are `registration-session`.
 */
export function changedMarks(
  before: readonly string[],
  now: readonly string[],
): { present: Mark[]; absent: Mark[] } {
  const was = new Set(before);
  const is = new Set(now);
  const marks = (texts: Iterable<string>) => [...texts].flatMap((text) => markOf(text) ?? []);
  return {
    present: marks([...is].filter((text) => !was.has(text))),
    absent: marks([...was].filter((text) => !is.has(text))),
  };
}

/** Someone who came without a place, from one line. */
export interface WalkIn {
  given_name: string;
  family_name: string;
  email: string;
  organisation: string;
}

/**
 * Reads people typed one a line: `Awa Diop`, `Awa Diop, awa@exemple.fr`, `DIOP Awa ; Adice ; awa@exemple.fr`, or pasted from a
 * spreadsheet. What has an @ is the address; the first other part is the name, the second the organisation. A word all in capitals is the
 * family name, else all but the first word. Gives the lines that say nobody beside those that do.
 */
export function readWalkIns(typed: string): { people: WalkIn[]; refused: string[] } {
  const people: WalkIn[] = [];
  const refused: string[] = [];
  for (const line of typed.split(/\r?\n/).map((text) => text.trim())) {
    if (!line) continue;
    const parts = line
      .split(/[,;\t]/)
      .map((part) => part.trim())
      .filter(Boolean);
    const address = parts.find((part) => part.includes("@"));
    const email = address === undefined ? "" : readEmail(address);
    const [name = "", organisation = ""] = parts.filter((part) => part !== address);
    const read = readName(name);
    if (email === undefined || !read || organisation.length > 300) refused.push(line);
    else people.push({ ...read, email, organisation });
  }
  return { people, refused };
}

function readName(text: string): { given_name: string; family_name: string } | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0 || text.length > 100) return undefined;
  const isCapital = (word: string) =>
    word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const capitals = words.filter(isCapital);
  const others = words.filter((word) => !isCapital(word));
  if (capitals.length > 0 && others.length > 0)
    return { given_name: others.join(" "), family_name: capitals.join(" ") };
  return { given_name: words[0] ?? "", family_name: words.slice(1).join(" ") };
}

interface Dated {
  id: number;
  cancelled: boolean;
  starts_on: Day;
  ends_on: Day | null;
}

/** The session held on this day, among those that a registration is for; `sessionId` null: any of them. */
export const sessionOfDay = <Session extends Dated>(
  { sessions, series }: { sessions: readonly Session[]; series: boolean },
  today: Day,
  sessionId: number | null = null,
): Session | undefined =>
  sessions.find(
    ({ id, cancelled, starts_on, ends_on }) =>
      !cancelled &&
      starts_on <= today &&
      today <= (ends_on ?? starts_on) &&
      (series || sessionId === null || id === sessionId),
  );

/** The one session that the screen is about: the only one, or the one chosen among several. */
export const oneSession = <Session extends Dated>(
  { sessions }: { sessions: readonly Session[] },
  chosen: number | undefined,
): Session | undefined => {
  const held = sessions.filter(({ cancelled }) => !cancelled);
  return held.length === 1 ? held[0] : held.find(({ id }) => id === chosen);
};
