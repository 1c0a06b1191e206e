import type { Dimension, FilterField, Question } from "./input.ts";
import { none } from "./input.ts";

export interface CountedValue {
  value: string;
  label: string;
  count: number;
}

export interface Counts {
  /** How many organisations answer the whole question. */
  total: number;
  /** How many answer its words alone, without any filter. */
  unfiltered: number;
  /** For each dimension, what each value would give, the other filters kept. */
  facets: { [dimension in Dimension]: CountedValue[] };
  /** The dimensions that come from fields added in the settings, and their titles. */
  fields: readonly FilterField[];
}

/** A value counted, as an engine gives it; `value` null: those that have none. */
export interface CountedLine {
  dimension: string;
  value: string | null;
  label: string | null;
  count: number;
}

/**
 * Puts counted values in the order in which they are read: the most first, those that say nothing last. A value's count
 * respects the filters chosen in the other dimensions, not in its own, so that the reader sees what choosing it instead
 * would give. A chosen value stays, even with no organisation left.
 */
export function countsOf(
  lines: readonly CountedLine[],
  counted: readonly Dimension[],
  asked: Question,
  facts: Pick<Counts, "total" | "unfiltered" | "fields">,
): Counts {
  const facets: Record<string, CountedValue[]> = Object.fromEntries(counted.map((name) => [name, []]));
  for (const { dimension, value, label, count } of lines) {
    const chosen = asked[dimension as Dimension];
    const shown = { value: value ?? none, label: value === null ? "Non précisé" : (label ?? value), count };
    if (count > 0 || shown.value === chosen) facets[dimension]?.push(shown);
  }
  for (const dimension of counted) {
    const values = facets[dimension] ?? [];
    const chosen = asked[dimension];
    if (chosen && !values.some(({ value }) => value === chosen))
      values.push({ value: chosen, label: chosen === none ? "Non précisé" : chosen, count: 0 });
    values.sort(byCount);
  }
  return { ...facts, facets: facets as Counts["facets"] };
}

const byCount = (a: CountedValue, b: CountedValue) =>
  Number(a.value === none) - Number(b.value === none) ||
  b.count - a.count ||
  compare(a.label, b.label) ||
  (a.value < b.value ? -1 : 1);

// A collator made once: `localeCompare` makes one at each comparison, and a page compares a thousand times.
const { compare } = new Intl.Collator("fr");
