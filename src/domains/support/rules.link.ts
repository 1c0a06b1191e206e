import { createHmac, timingSafeEqual } from "node:crypto";

/** 128 bits: what nobody guesses, whatever the number of tries (ANSSI, RGS B1). */
const markLength = 22;

/** What a link opens: an appointment for who booked it, the calendar of an officer for their other one, a tool filled with an actor, the slots of an officer for a course of support. */
export type Opened = "appointment" | "feed" | "sheet" | "course";

/**
 * A personal link: a number and a mark that only the secret of the site makes. Nothing of it is kept: letters make it again, and
 * raising `link` closes those given before.
 */
export const tokenOf = (secret: string, what: Opened, { id, link }: { id: number; link: number }): string =>
  `${id.toString(36)}-${createHmac("sha256", secret).update(`${what}:${id}:${link}`).digest("base64url").slice(0, markLength)}`;

/** The number that a token names, before its mark is checked; undefined when it is no token. */
export function numberOf(token: string): number | undefined {
  const [, number = ""] = /^([0-9a-z]{1,10})-[\w-]{22}$/.exec(token) ?? [];
  return number ? Number.parseInt(number, 36) : undefined;
}

/** Whether the token is that of this row, in the same time whatever is wrong with it. */
export function isTokenOf(
  secret: string,
  what: Opened,
  token: string,
  row: { id: number; link: number },
): boolean {
  const given = Buffer.from(token);
  const expected = Buffer.from(tokenOf(secret, what, row));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
