export { readPhone, readWebAddress } from "#platform/addresses.ts";
export {
  type Identifier,
  luhn,
  readRna,
  readSiren,
  readSiret,
  readUai,
  uaiLetter,
} from "#platform/identifiers.ts";

/** The readable end of a public address: `Association Kabé Bénin` gives `association-kabe-benin`. */
export function slugOf(name: string): string {
  const plain = name.replace(/œ/gi, "oe").replace(/æ/gi, "ae").normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, 80).replace(/^-+|-+$/g, "") || "organisation";
}
