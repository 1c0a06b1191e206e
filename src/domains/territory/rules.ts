const articles = new Set("sur sous les lez le la l en de du des d aux au".split(" "));

/**
 * A place name as compared: without accents, case, hyphens, `cedex`, postal codes or département number in brackets;
 * `st` and `ste` written out. `59000 LILLE Cedex 2` and `Lille` are the same. A key is its own key.
 */
export function placeKey(typed: string): string {
  const words = fold(typed.replace(/\(\s*(\d\d|2[abAB]|97\d)\s*\)/g, " ")).split(" ");
  const end = words.indexOf("cedex");
  return (end < 0 ? words : words.slice(0, end))
    .filter((word) => !/^\d{5}$/.test(word))
    .map((word) => (word === "st" ? "saint" : word === "ste" ? "sainte" : word))
    .join(" ");
}

/** Letters and figures in lower case, words apart by one space. */
export function fold(typed: string): string {
  return typed
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The key without spaces: `grandesynthe`. */
export const tightKey = (key: string) => key.replaceAll(" ", "");

/** The key without articles and spaces, the loosest way to be equal; the key itself when it holds nothing else. */
export const looseKey = (key: string) => weighty(key).join("") || tightKey(key);

/** The words of a key that are not articles. */
export const weighty = (key: string) => key.split(" ").filter((word) => word && !articles.has(word));
