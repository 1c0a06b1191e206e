import type { Day } from "#platform/dates.ts";
import { allBits, hasBit, keepCommon } from "#platform/memory/bits.ts";
import { slotsSaying } from "#platform/memory/words.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type AgendaQuestion, type Dimension, dimensions } from "../input.ts";
import type { Period } from "../rules.ts";
import type { Dates, PublicDate } from "./held.ts";
import { numberOf, ordered } from "./values.ts";

/** The most values that a filter gives, the most frequent ones. */
const mostValues = 60;
/** After any day: that of what has none. */
const never = "9999-12-31";

export interface Count {
  value: string;
  label: string;
  count: number;
}

/** What answers a question, in the order of a programme. */
export interface Found {
  /** The dates of the period that the words find and that pass all the filters. */
  matched: readonly PublicDate[];
  /** How many of the period the words alone find. */
  unfiltered: number;
  /** Those of any time that the words find and that pass all the filters. */
  passing: readonly PublicDate[];
  /** Each filter, counted over the dates of the period that pass the others: what choosing a value would give. */
  facets: Record<Dimension, Count[]>;
}

/** Finds what a question asks for. What was planned in a period that is over, and never had a date, is nowhere. */
export function findDates(held: Dates, asked: AgendaQuestion, period: Period, today: Day): Found {
  const said = saying(held, asked.q);
  const filters = filtersOf(held, asked);
  const counts = new Uint32Array(held.values.all.length);
  const matched: PublicDate[] = [];
  const passing: PublicDate[] = [];
  let unfiltered = 0;
  for (const date of held.dates) {
    if (!isAnnounced(date, today) || !hasBit(said, date.event)) continue;
    let missed = 0;
    let last: Dimension | undefined;
    for (const { dimension, number } of filters)
      if (!date.values.includes(number)) {
        missed++;
        last = dimension;
      }
    if (missed === 0) passing.push(date);
    if (!isWithin(date, period)) continue;
    unfiltered++;
    if (missed === 0) matched.push(date);
    if (missed > 1) continue;
    const [from, to] = last ? held.values.spans[last] : [0, counts.length];
    for (const number of date.values)
      if (number >= from && number < to) counts[number] = (counts[number] ?? 0) + 1;
  }
  return { matched, unfiltered, passing, facets: facetsOf(held, counts) };
}

export const isAnnounced = ({ vague, last_on }: PublicDate, today: Day) =>
  !vague || last_on === null || last_on >= today;

const isWithin = ({ first_on, last_on }: PublicDate, { from, to }: Period) =>
  (last_on ?? never) >= (from ?? "") && (to === null || (first_on !== null && first_on <= to));

/** The events that say every word asked, or begin to. */
function saying({ words, events }: Dates, asked = "") {
  const bits = allBits(events);
  for (const word of fold(asked).split(" ").filter(Boolean))
    keepCommon(bits, slotsSaying(words, word, events));
  return bits;
}

/** The filters set, each with the number of its value. */
const filtersOf = ({ values }: Dates, asked: AgendaQuestion) =>
  dimensions.flatMap((dimension) => {
    const value = askedOf(dimension, asked);
    return value === undefined ? [] : [{ dimension, number: numberOf(values, dimension, value) }];
  });

/** What is asked of a filter, as values are written. */
export function askedOf(dimension: Dimension, asked: AgendaQuestion): string | undefined {
  const value = asked[dimension];
  if (value === undefined) return undefined;
  return dimension === "pays" ? String(value).toUpperCase() : String(value);
}

/** Each filter with its counts: the most frequent values first, or in the order of their list. */
function facetsOf({ values: { all, spans } }: Dates, counts: Uint32Array): Record<Dimension, Count[]> {
  const facets = {} as Record<Dimension, Count[]>;
  for (const dimension of dimensions) {
    const met: Count[] = [];
    const [from, to] = spans[dimension];
    for (let number = from; number < to; number++) {
      const { value, label } = all[number] ?? { value: "", label: "" };
      const count = counts[number] ?? 0;
      if (count > 0) met.push({ value, label, count });
    }
    facets[dimension] = mostFrequent(met, ordered.has(dimension));
  }
  return facets;
}

/** The values that a filter gives: the most frequent first, or, `inOrder`, in the order of their list. */
function mostFrequent(met: Count[], inOrder: boolean): Count[] {
  if (inOrder && met.length <= mostValues) return met;
  const frequent = met.toSorted((a, b) => b.count - a.count).slice(0, mostValues);
  return inOrder ? met.filter((one) => frequent.includes(one)) : frequent;
}
