/** Identifiers of French organisations: read as people type them (spaces, dots, lower case), checked by their key. */
const bare = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");

/** What the check of an identifier says: its written form, or nothing when it is none. */
export type Identifier = string | undefined;

/** RNA, the national number of an association: W, then nine figures of which the second place may be a letter. */
export function readRna(typed: string): Identifier {
  const text = bare(typed);
  return /^W\d[A-Z\d]\d{7}$/.test(text) ? text : undefined;
}

/** SIREN, nine figures whose Luhn sum ends in 0 (INSEE). */
export function readSiren(typed: string): Identifier {
  const text = bare(typed);
  return /^\d{9}$/.test(text) && luhn(text) % 10 === 0 ? text : undefined;
}

const laPoste = "356000000";

/**
 * SIRET, fourteen figures: a SIREN and an establishment, with a Luhn sum ending in 0. La Poste has more establishments
 * than Luhn allows: for it, the plain sum of the figures is a multiple of 5 (INSEE), or Luhn for its head office.
 */
export function readSiret(typed: string): Identifier {
  const text = bare(typed);
  if (!/^\d{14}$/.test(text) || !readSiren(text.slice(0, 9))) return undefined;
  if (luhn(text) % 10 === 0) return text;
  return text.startsWith(laPoste) && sum(text) % 5 === 0 ? text : undefined;
}

/** UAI, the number of a school: seven figures, and the letter of their remainder by 23 (ministry of education). */
export function readUai(typed: string): Identifier {
  const text = bare(typed);
  if (!/^\d{7}[A-Z]$/.test(text)) return undefined;
  return text.at(-1) === uaiLetter(text.slice(0, 7)) ? text : undefined;
}

/** The letter that ends the UAI of these seven figures; I, O and Q are not used. */
export const uaiLetter = (figures: string) => "ABCDEFGHJKLMNPRSTUVWXYZ"[Number(figures) % 23];

/** The Luhn sum: from the right, every second figure doubled, nines cast out. */
export function luhn(figures: string): number {
  return [...figures].reverse().reduce((total, figure, place) => {
    const value = Number(figure) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
}

const sum = (figures: string) => [...figures].reduce((total, figure) => total + Number(figure), 0);
