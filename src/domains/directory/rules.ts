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

/** The readable end of a public address: `Association Kabé Bénin` gives `association-kabe-benin`. */
export function slugOf(name: string): string {
  const plain = name.replace(/œ/gi, "oe").replace(/æ/gi, "ae").normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, 80).replace(/^-+|-+$/g, "") || "organisation";
}

/** An address of the web as people type it (`www.adice.asso.fr`), made whole; nothing when it is none. */
export function readWebAddress(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) && !/\s/.test(text) ? new URL(whole) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && !url.username
    ? url.href.replace(/\/$/, "")
    : undefined;
}

/** A French number in pairs (`03 20 00 00 00`), or a foreign one with its `+`; nothing when it is none. */
export function readPhone(typed: string): string | undefined {
  const text = typed.replace(/[\s.\-/()\u00a0\u202f]/g, "").replace(/^(?:\+|00)33(?:0)?(?=[1-9]\d{8}$)/, "0");
  if (/^0[1-9]\d{8}$/.test(text)) return text.replace(/(\d\d)(?=\d)/g, "$1 ");
  const foreign = /^(?:\+|00)(\d{6,15})$/.exec(text);
  return foreign ? `+${foreign[1]}` : undefined;
}
