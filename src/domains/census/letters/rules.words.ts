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

/** The text with its words replaced. One that is empty takes the space before it away: `Bonjour {personne},` is `Bonjour,`. */
export function replaceWords(text: string, words: Readonly<Record<ReplacedWord, string>>): string {
  return text.replace(/( ?)\{([^{}\n]*)\}/g, (typed: string, space: string, word: string) => {
    const name = word.trim();
    if (!isKnown(name)) return typed;
    return words[name] ? space + words[name] : "";
  });
}

/** The first line of a letter greets; the paragraphs follow. */
export function partsOf(text: string): { greeting: string; paragraphs: string[] } {
  const [greeting = "", ...paragraphs] = text
    .split(/\n\s*\n/)
    .map((part) => part.trim().replace(/\s*\n\s*/g, " "))
    .filter(Boolean);
  return { greeting, paragraphs };
}
