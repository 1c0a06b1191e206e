const articles = new Set([
  "sur",
  "sous",
  "les",
  "lez",
  "le",
  "la",
  "l",
  "en",
  "de",
  "du",
  "des",
  "d",
  "aux",
  "au",
]);

/**
 * A place name as compared: without accents, case, hyphens, `cedex`, postal code or department in brackets;
 * `st` and `ste` written out. `59000 LILLE Cedex 2` and `Lille` are the same.
 */
export function placeKey(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/^\s*\d{5}\b/, "")
    .replace(/\(\s*\d[\dab]\d?\s*\)/g, "")
    .replace(/\bcedex\b.*$/, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => (word === "st" ? "saint" : word === "ste" ? "sainte" : word))
    .join(" ");
}

/** The key without articles and spaces: the second, looser way to be equal. */
export function looseKey(key: string): string {
  return key
    .split(" ")
    .filter((word) => !articles.has(word))
    .join("");
}
