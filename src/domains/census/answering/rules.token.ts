import { createHmac, timingSafeEqual } from "node:crypto";

/** 128 bits: what nobody guesses, whatever the number of tries (ANSSI, RGS B1). */
const markLength = 22;

/**
 * The personal link of an invitation, 32 letters: its number and a mark that only the secret of the site makes. `link` changes when
 * the link must open nothing more. Nothing of it is kept: reminders make it again.
 */
export function tokenOf(secret: string, { id, link }: { id: number; link: number }): string {
  return `${id.toString(36).padStart(9, "0")}-${markOf(secret, id, link)}`;
}

/** The number of the invitation that a token names, before its mark is checked; undefined when it is no token. */
export function invitationOf(token: string): number | undefined {
  const [, number = ""] = /^([0-9a-z]{9})-[\w-]{22}$/.exec(token) ?? [];
  return number ? Number.parseInt(number, 36) : undefined;
}

/** Whether the token is that of this invitation, in the same time whatever is wrong with it. */
export function isTokenOf(secret: string, token: string, invitation: { id: number; link: number }): boolean {
  const given = Buffer.from(token);
  const expected = Buffer.from(tokenOf(secret, invitation));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const markOf = (secret: string, id: number, link: number) =>
  createHmac("sha256", secret).update(`census:${id}:${link}`).digest("base64url").slice(0, markLength);
