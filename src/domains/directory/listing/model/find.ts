import { type Bits, countBits, keepCommon, noBits, slotsOf } from "#platform/memory/bits.ts";
import { isKnown, slotsSaying } from "#platform/memory/words.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Dimension, Question } from "../input.ts";
import type { CountedLine } from "../rules.ts";
import { countValues, slotsWith } from "./columns.ts";
import { type Filter, filtersOf, type Known } from "./known.ts";
import { nearest } from "./nearest.ts";
import type { Segment } from "./segment.ts";

/** What answers a question, whatever the page and the order. */
export interface Found {
  /** By segment. */
  matched: readonly [Bits, Bits];
  total: number;
  unfiltered: number;
  lines: CountedLine[];
}

/**
 * The words typed, those that no card says replaced by the nearest that one says. Undefined when all are said, or when
 * nothing near is.
 */
export function corrected({ segments: [base, recent] }: Known, typed: string): string | undefined {
  const words = fold(typed).split(" ").filter(Boolean);
  const timesSaid = (place: number) => (base.words.starts[place + 1] ?? 0) - (base.words.starts[place] ?? 0);
  const better = words.map((word) => {
    if (isKnown(base.words, word) || isKnown(recent.words, word)) return word;
    return nearest(word, base.words.words, timesSaid) ?? nearest(word, recent.words.words, () => 0) ?? word;
  });
  return better.some((word, place) => word !== words[place]) ? better.join(" ") : undefined;
}

/** Finds and counts; undefined when the question names a value that is not known here. */
export function find(known: Known, asked: Question, counted: readonly Dimension[]): Found | undefined {
  const filters = filtersOf(known, asked);
  if (!filters) return undefined;
  const places = counted.map((dimension) => known.dimensions.indexOf(dimension));
  const counts = places.map((place) => new Uint32Array(known.dictionaries[place]?.values.length ?? 1));
  const [base, recent] = known.segments.map((segment) => findIn(segment, asked.q, filters, places, counts));
  const both = [base, recent].filter((one) => one !== undefined);
  return {
    matched: [base?.matched ?? noBits(0), recent?.matched ?? noBits(0)],
    total: both.reduce((sum, { total }) => sum + total, 0),
    unfiltered: both.reduce((sum, { unfiltered }) => sum + unfiltered, 0),
    lines: counted.flatMap((dimension, index) =>
      linesOf(known, dimension, counts[index] ?? [], asked[dimension]),
    ),
  };

  function findIn(
    segment: Segment,
    typed: string | undefined,
    filters: readonly Filter[],
    places: readonly number[],
    counts: readonly Uint32Array[],
  ) {
    const said = saying(segment, typed);
    const kept = filters.map((filter) => slotsKept(segment, filter));
    /** Those who pass every filter but those of one dimension. */
    const passing = (own: number) =>
      kept.reduce(
        (bits, one, index) => (filters[index]?.place === own ? bits : keepCommon(bits, one)),
        said.slice(),
      );
    const matched = passing(-1);
    const slots = slotsOf(matched);
    places.forEach((place, index) => {
      const column = segment.columns[place];
      const filtered = filters.some((filter) => filter.place === place);
      const into = counts[index];
      if (column && into) countValues(column, filtered ? slotsOf(passing(place)) : slots, into);
    });
    const status = known.dimensions.indexOf("statut");
    const unfiltered = kept.reduce(
      (bits, one, index) => (filters[index]?.place === status ? keepCommon(bits, one) : bits),
      said.slice(),
    );
    return { matched, total: slots.length, unfiltered: countBits(unfiltered) };
  }
}

/** The values of a dimension that are met, and the one that is chosen: most of thousands are not. */
function linesOf(
  known: Known,
  dimension: Dimension,
  counts: ArrayLike<number>,
  chosen: string | undefined,
): CountedLine[] {
  const lines: CountedLine[] = [];
  known.labels[known.dimensions.indexOf(dimension)]?.forEach(({ code, label }, number) => {
    const count = counts[number] ?? 0;
    if (count > 0 || code === chosen)
      lines.push({ dimension, value: number === 0 ? null : code, label, count });
  });
  return lines;
}

/** The living slots that say every word typed, or begin to. */
function saying(segment: Segment, typed: string | undefined): Bits {
  const bits = segment.alive.slice();
  if (!typed) return bits;
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.length === 0) return noBits(segment.size);
  for (const word of words) keepCommon(bits, slotsSaying(segment.words, word, segment.size));
  return bits;
}

function slotsKept(segment: Segment, { place, number, not }: Filter): Bits {
  const column = segment.columns[place];
  const bits = column ? slotsWith(column, number, segment.size) : noBits(segment.size);
  if (not) for (let word = 0; word < bits.length; word++) bits[word] = ~(bits[word] ?? 0);
  return bits;
}
