/** Text as compared: lower case, without accents, ligatures or punctuation; the same as `platform.fold` in SQL. */
export function fold(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
