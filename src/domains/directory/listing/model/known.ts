import type { Dimension, Question, Scope } from "../input.ts";
import { none } from "../input.ts";
import type { Dictionary } from "./columns.ts";
import type { Segment } from "./segment.ts";

/** What a value is called: the address's word, the label, where the name of a commune comes in the order of names. */
export interface Label {
  code: string;
  label: string | null;
  rank: number;
}

/** All that is known of a scope: two segments, and what the values of its dimensions mean. */
export interface Known {
  scope: Scope;
  dimensions: readonly Dimension[];
  dictionaries: readonly Dictionary[];
  /** By dimension, by number of value; 0 is no value. */
  labels: readonly (readonly Label[])[];
  /** The cards as they were read, and those that changed since. */
  segments: readonly [base: Segment, recent: Segment];
}

/** A filter set: the place of its dimension, the number of its value; `not`: all but that value. */
export interface Filter {
  place: number;
  number: number;
  not: boolean;
}

/** The filters of a question; undefined when it asks for a value that is not known here. */
export function filtersOf(known: Known, asked: Question): Filter[] | undefined {
  const filters: Filter[] = [];
  for (const [place, dimension] of known.dimensions.entries()) {
    const value = asked[dimension];
    if (!value) continue;
    const number = value === none ? 0 : numberOf(known, place, value);
    if (number === undefined) return undefined;
    filters.push({ place, number, not: false });
  }
  if (known.scope === "inside" && !asked.statut) {
    const place = known.dimensions.indexOf("statut");
    filters.push({ place, number: numberOf(known, place, "archived") ?? -1, not: true });
  }
  return filters;
}

function numberOf({ labels }: Known, place: number, code: string): number | undefined {
  const number = labels[place]?.findIndex((label) => label.code === code) ?? -1;
  return number > 0 ? number : undefined;
}

/** What a slot says in a dimension of one value. */
export function labelAt(
  known: Known,
  segment: Segment,
  dimension: Dimension,
  slot: number,
): Label | undefined {
  const place = known.dimensions.indexOf(dimension);
  const number = segment.columns[place]?.codes[slot] ?? 0;
  return number === 0 ? undefined : known.labels[place]?.[number];
}
