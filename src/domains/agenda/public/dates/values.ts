import { type Dimension, dimensions } from "../input.ts";
import type { DateRow } from "./queries.ts";

/** A value of a filter: its word in addresses, what it is called, and where it stands in its own list. */
export interface Value {
  value: string;
  label: string;
  position: number;
}

/** What the numbers of terms and the codes of countries stand for. */
export interface Names {
  terms: ReadonlyMap<number, Value>;
  countries: ReadonlyMap<string, Value>;
}

const named = (value: string | number | null, label: string | null = "") =>
  value === null || label === null ? undefined : { value: String(value), label, position: 0 };

type Values = readonly (Value | undefined)[];

/** The values that a date has in each filter. */
const valuesOf: Record<Dimension, (row: DateRow, names: Names) => Values> = {
  quoi: ({ training }) => [named(training ? "formations" : "evenements")],
  type: ({ facts: { kind_id } }, { terms }) => [terms.get(kind_id ?? 0)],
  cadre: ({ online, on_site }) => [named(online ? "en-ligne" : null), named(on_site ? "sur-place" : null)],
  departement: ({ facts: { department_code }, department }) => [named(department_code, department)],
  commune: ({ facts: { commune_code }, commune }) => [named(commune_code, commune)],
  secteur: ({ facts: { sector_ids } }, { terms }) => sector_ids.map((id) => terms.get(id)),
  odd: ({ facts: { goal_ids } }, { terms }) => goal_ids.map((id) => terms.get(id)),
  pays: ({ facts: { country_codes } }, { countries }) => country_codes.map((code) => countries.get(code)),
  public: ({ facts: { audience_type_ids } }, { terms }) => audience_type_ids.map((id) => terms.get(id)),
  pole: ({ facts: { pole_id } }, { terms }) => [terms.get(pole_id ?? 0)],
  axe: ({ facts: { axis_id } }, { terms }) => [terms.get(axis_id ?? 0)],
  organisateur: ({ organisers }) =>
    organisers.map(({ organisation_id, name }) => named(organisation_id, name)),
  origine: ({ origin }) => [named(origin === "own" ? "reseau" : "relayes")],
};

/** The filters whose values keep the order of their list; in the others, the most frequent come first. */
export const ordered: ReadonlySet<Dimension> = new Set(["odd", "pole", "axe"]);

const { compare } = new Intl.Collator("fr", { numeric: true });

/**
 * By filter, in the order of `dimensions`: the values that some row has, in the order of their list or of their labels; and
 * for each row the ranks of its own.
 */
export function rankValues(rows: readonly DateRow[], names: Names) {
  const own = rows.map((row) =>
    dimensions.map((dimension) => valuesOf[dimension](row, names).filter((one) => one !== undefined)),
  );
  const values = dimensions.map((dimension, place) => {
    const met = new Map(own.flatMap((filters) => filters[place] ?? []).map((one) => [one.value, one]));
    return [...met.values()].sort(
      (a, b) =>
        (ordered.has(dimension) ? a.position - b.position : 0) ||
        compare(a.label, b.label) ||
        compare(a.value, b.value),
    );
  });
  const rankOf = values.map((some) => new Map(some.map(({ value }, rank) => [value, rank])));
  const ranks = own.map((filters) =>
    filters.map((some, place) => [...new Set(some.map(({ value }) => rankOf[place]?.get(value) ?? -1))]),
  );
  return { values, ranks };
}
