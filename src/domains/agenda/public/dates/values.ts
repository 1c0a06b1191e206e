import { type Dimension, dimensions } from "../input.ts";
import type { DateRow } from "./held.ts";

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

/** The values that a date has in each filter. */
const valuesOf: Record<Dimension, (row: DateRow, names: Names) => readonly (Value | undefined)[]> = {
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

/** The values that some date has, those of a filter side by side, in the order of their list or of their labels. */
export interface Values {
  all: readonly Value[];
  /** By filter: the number of its first value, and that after its last. */
  spans: Readonly<Record<Dimension, readonly [from: number, to: number]>>;
}

/** The values of these rows, and for each row the numbers of its own. */
export function numberValues(rows: readonly DateRow[], names: Names) {
  const all: Value[] = [];
  const spans = {} as Record<Dimension, readonly [number, number]>;
  const numbers = rows.map((): number[] => []);
  for (const dimension of dimensions) {
    const own = rows.map((row) => valuesOf[dimension](row, names).filter((one) => one !== undefined));
    const met = [...new Map(own.flat().map((one) => [one.value, one])).values()].sort(
      (a, b) =>
        (ordered.has(dimension) ? a.position - b.position : 0) ||
        compare(a.label, b.label) ||
        compare(a.value, b.value),
    );
    spans[dimension] = [all.length, all.length + met.length];
    const numberOf = new Map(met.map(({ value }, rank) => [value, all.length + rank]));
    all.push(...met);
    own.forEach((some, place) => {
      const line = numbers[place];
      for (const { value } of some) {
        const number = numberOf.get(value) ?? -1;
        if (!line?.includes(number)) line?.push(number);
      }
    });
  }
  return { values: { all, spans }, numbers };
}

/** The number of a value in a filter; -1 when no date has it. */
export function numberOf({ all, spans }: Values, dimension: Dimension, value: string): number {
  const [from, to] = spans[dimension];
  for (let number = from; number < to; number++) if (all[number]?.value === value) return number;
  return -1;
}
