const spaces = /[\s\u00a0\u202f]/g;

/** A number as people type it: spaces between thousands, a decimal comma. Nothing when it is none. */
export function readNumber(typed: string): number | undefined {
  const text = typed.replace(spaces, "").replace(",", ".");
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : undefined;
}

/**
 * An amount in euros as people type it (`5 000,00 €`, `1250.5`), in whole cents. Nothing when it is none: below a cent it
 * is a slip, and so is more than a hundred billion.
 */
export function readCents(typed: string): number | undefined {
  const text = typed.replace(spaces, "").replace(/(?:€|euros?|eur)$/i, "");
  const parts = /^(-?)(\d{1,11})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!parts) return undefined;
  const cents = Number(parts[2]) * 100 + Number((parts[3] ?? "").padEnd(2, "0"));
  return parts[1] && cents > 0 ? -cents : cents;
}
