/** What was typed, between French quotation marks, cut when it is long: a sentence can name it. */
export function quoted(typed: string): string {
  const text = typed.replace(/\s+/g, " ").trim();
  return `«\u00a0${text.length > 80 ? `${text.slice(0, 79)}…` : text}\u00a0»`;
}

/** A whole number in a sentence: `10 000`. */
export const written = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
