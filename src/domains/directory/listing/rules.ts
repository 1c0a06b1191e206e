import { type Dimension, dimensions, none, type Question } from "./input.ts";

/** Organisations alike in every dimension, counted: the smallest pieces from which all facets add up. */
export type Group = { count: number } & Record<Dimension, { code: string | null; label: string | null }>;

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
  facets: Record<Dimension, CountedValue[]>;
}

/** What the values chosen are called, when no organisation is left to say it. */
export type Labels = { [dimension in Dimension]?: string | null };

/**
 * Adds up groups: a value's count respects the filters chosen in the other dimensions, not in its own, so that the
 * reader sees what choosing it instead would give. A chosen value stays, even with no organisation left. Archived
 * organisations are counted only when asked for.
 */
export function countsOf(groups: readonly Group[], chosen: Question, labels: Labels = {}): Counts {
  const meets = (group: Group, dimension: Dimension) => {
    const value = group[dimension].code ?? none;
    if (dimension === "statut" && !chosen.statut) return value !== "archived";
    return !chosen[dimension] || chosen[dimension] === value;
  };
  const add = (kept: readonly Group[]) => kept.reduce((total, group) => total + group.count, 0);
  const facet = (dimension: Dimension): CountedValue[] => {
    const values = new Map<string, CountedValue>();
    const others = dimensions.filter((other) => other !== dimension);
    for (const group of groups) {
      const { code, label } = group[dimension];
      const value = code ?? none;
      const line = values.get(value) ?? { value, label: label ?? "Non précisé", count: 0 };
      if (others.every((other) => meets(group, other))) line.count += group.count;
      values.set(value, line);
    }
    const asked = chosen[dimension];
    if (asked && !values.has(asked))
      values.set(asked, { value: asked, label: labels[dimension] ?? asked, count: 0 });
    return [...values.values()].filter((line) => line.count > 0 || line.value === asked).sort(byCount);
  };
  return {
    total: add(groups.filter((group) => dimensions.every((dimension) => meets(group, dimension)))),
    unfiltered: add(groups.filter((group) => meets(group, "statut"))),
    facets: Object.fromEntries(
      dimensions.map((dimension) => [dimension, facet(dimension)]),
    ) as Counts["facets"],
  };
}

const byCount = (a: CountedValue, b: CountedValue) =>
  Number(a.value === none) - Number(b.value === none) ||
  b.count - a.count ||
  a.label.localeCompare(b.label, "fr");
