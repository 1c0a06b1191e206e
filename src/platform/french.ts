/** The few rules of French by which a sentence is put together from what was chosen. */

/** `a`, `a et b`, `a, b et c`. */
export const all = (words: readonly string[]) => listed(words, "et");
/** `a`, `a ou b`, `a, b ou c`. */
export const either = (words: readonly string[]) => listed(words, "ou");

function listed(words: readonly string[], link: "et" | "ou"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${link} ${last}`;
}

/** Whether `de`, `le`, `ne` lose their vowel before this word; an h is taken as sounded, as in names of places it may be. */
export const elides = (word: string) => /^([aeiouàâäéèêëîïôöùûüœæ]|y[^aeiouéè])/i.test(word);

/** `d’Amiens`, `de Lille`, `du Havre`, `de La Madeleine`, `des Lilas`: of a place that bears this name. */
export function of(name: string): string {
  if (/^Le /.test(name)) return `du ${name.slice(3)}`;
  if (/^Les /.test(name)) return `des ${name.slice(4)}`;
  return elides(name) ? `d’${name}` : `de ${name}`;
}

/** What the verb `avoir` takes after a negation: `un projet` becomes `de projet`, `une adresse` `d’adresse`. */
const afterNot = (rest: string) =>
  rest.replace(/^(un|une|des) (\S+)/, (_, __, word: string) => `${elides(word) ? "d’" : "de "}${word}`);

const notVerbs = /^(ne|n|y|en|se|s|lui|leur)$/;
const subject = /^(qui|(?:où|que) (?:nous|le réseau)) (\p{L}+)(?=\s|$) ?(.*)$/u;
const said = /^(dont (?:(?! n[e’]).)+?) (est|sont|a|ont|contient) (.+)$/u;

/**
 * A clause turned round: `qui ont un projet au Mali` becomes `qui n’ont pas de projet au Mali`, `où nous connaissons une
 * élue` becomes `où nous ne connaissons pas une élue`, `dont la fiche est publique` `dont la fiche n’est pas publique`.
 * Undefined when it is already negative, or is said otherwise: its author then gives its contrary.
 */
export function denied(clause: string): string | undefined {
  const [, start = "", verb = "", rest = ""] = subject.exec(clause) ?? said.exec(clause) ?? [];
  if (!verb || notVerbs.test(verb) || / n[e’]/.test(`${start} `) || rest.startsWith("pas ")) return undefined;
  const not = elides(verb) ? `n’${verb}` : `ne ${verb}`;
  return `${start} ${not} pas ${verb === "ont" ? afterNot(rest) : rest}`.trimEnd();
}
