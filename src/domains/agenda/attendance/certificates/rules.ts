import { randomBytes } from "node:crypto";

/** Figures and capitals that nobody mistakes for one another (Crockford’s base 32). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 20;

/** A code that nobody guesses: 100 bits. */
export const newCode = () => Array.from(randomBytes(length), (byte) => letters[byte % 32]).join("");

/** The code as people read it: `7K2M-…`, five groups of four. */
export const writtenCode = (code: string) => code.replace(/(.{4})(?=.)/g, "$1-");

/** A code as people type it: lower case, hyphens and spaces as they come, O for 0, I and L for 1; undefined when it is none. */
export function readCode(typed: string): string | undefined {
  const text = typed
    .toUpperCase()
    .replace(/[\s\-–.]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return text.length === length && [...text].every((letter) => letters.includes(letter)) ? text : undefined;
}
