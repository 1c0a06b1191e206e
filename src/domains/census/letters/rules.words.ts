import { of } from "#platform/french.ts";

/** The words of a letter that are replaced, as one types them between braces, and what each stands for. */
export const replacedWords = {
  organisation: "le nom de l’organisation",
  personne: "la personne à qui l’on écrit, quand elle est connue",
  campagne: "le titre de la campagne",
  clôture: "le dernier jour pour répondre",
  réseau: "le nom du réseau",
} as const;
export type ReplacedWord = keyof typeof replacedWords;

const between = /\{([^{}\n]*)\}/g;
const isKnown = (word: string): word is ReplacedWord => Object.hasOwn(replacedWords, word);

/** The words between braces that nothing replaces, as typed: `{nom}`. */
export function unknownWords(text: string): string[] {
  return [...text.matchAll(between)].filter(([, word = ""]) => !isKnown(word.trim())).map(([typed]) => typed);
}

/**
 * The text with its words replaced. One that is empty takes the space before it away: `Bonjour {personne},` is `Bonjour,`;
 * `de` before a word is joined to it as French does: `la fiche d’Adice`.
 */
export function replaceWords(text: string, words: Readonly<Record<ReplacedWord, string>>): string {
  return text.replace(
    /( ?\bde)?( ?)\{([^{}\n]*)\}/g,
    (typed: string, de = "", space: string, word: string) => {
      const name = word.trim();
      if (!isKnown(name)) return typed;
      if (de && words[name]) return `${de.startsWith(" ") ? " " : ""}${of(words[name])}`;
      return words[name] ? de + space + words[name] : "";
    },
  );
}

/** The first line of a letter greets; the paragraphs follow. */
export function partsOf(text: string): { greeting: string; paragraphs: string[] } {
  const [greeting = "", ...paragraphs] = text
    .split(/\n\s*\n/)
    .map((part) => part.trim().replace(/\s*\n\s*/g, " "))
    .filter(Boolean);
  return { greeting, paragraphs };
}
