import { createHmac, timingSafeEqual } from "node:crypto";

/** 128 bits: what nobody guesses, whatever the number of tries (ANSSI, RGS B1). */
const markLength = 22;

/** What a link opens: one's registration, or the questions and the opinion asked about it. */
export type Purpose = "registration" | "questions" | "satisfaction";

/**
 * A personal link, 32 letters: the number of the registration and a mark that only the secret of the site makes. Nothing of it
 * is kept, so that a stolen database opens nothing and every letter can give it again; raising `link` makes it open nothing.
 */
export function tokenOf(
  secret: string,
  { id, link }: { id: number; link: number },
  purpose: Purpose = "registration",
): string {
  const mark = createHmac("sha256", secret).update(`agenda.${purpose}:${id}:${link}`).digest("base64url");
  return `${id.toString(36).padStart(9, "0")}-${mark.slice(0, markLength)}`;
}

/** The number of the registration that a token names, before its mark is checked; undefined when it is no token. */
export function registrationOf(token: string): number | undefined {
  const [, number = ""] = /^([0-9a-z]{9})-[\w-]{22}$/.exec(token) ?? [];
  return number ? Number.parseInt(number, 36) : undefined;
}

/** Whether the token is that of this registration, in the same time whatever is wrong with it. */
export function isTokenOf(
  secret: string,
  token: string,
  registration: { id: number; link: number },
): boolean {
  const given = Buffer.from(token);
  const expected = Buffer.from(tokenOf(secret, registration));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
