/** Above it, a slip of the keyboard: ten billion euros. */
const most = 1_000_000_000_000;

/**
 * Reads an amount in euros as people type it (`5 000,00 €`, `5000`, `1.250,5`, `12,50 euros`), in whole cents. Undefined
 * when it is none, when it is negative, or when it has thousandths.
 */
export function readAmount(typed: string): number | undefined {
  const text = typed
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/(€|euros?|eur)$/, "");
  const grouped = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text);
  const plain = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  const [, euros, cents = ""] = grouped ?? plain ?? [];
  if (euros === undefined) return undefined;
  const amount = Number(euros.replaceAll(".", "")) * 100 + Number(cents.padEnd(2, "0"));
  return amount <= most ? amount : undefined;
}
