import type { Day } from "#platform/dates.ts";
import { allBits, hasBit, keepCommon } from "#platform/memory/bits.ts";
import { slotsSaying } from "#platform/memory/words.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type AgendaQuestion, type Dimension, dimensions } from "../input.ts";
import type { Period } from "../rules.ts";
import type { Dates, PublicDate } from "./queries.ts";
import { ordered, type Value } from "./values.ts";

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
  const counts = held.values.map((values) => new Uint32Array(values.length));
  const matched: PublicDate[] = [];
  const passing: PublicDate[] = [];
  let unfiltered = 0;
  for (const date of held.dates) {
    if (!isAnnounced(date, today) || !hasBit(said, date.event)) continue;
    const missed = filters.filter(({ place, rank }) => !date.ranks[place]?.includes(rank));
    if (missed.length === 0) passing.push(date);
    if (!isWithin(date, period)) continue;
    unfiltered++;
    if (missed.length === 0) matched.push(date);
    if (missed.length > 1) continue;
    for (let place = 0; place < counts.length; place++)
      if (!missed[0] || missed[0].place === place) add(counts[place], date.ranks[place]);
  }
  const facets = {} as Record<Dimension, Count[]>;
  dimensions.forEach((dimension, place) => {
    facets[dimension] = countsOf(dimension, held.values[place], counts[place]);
  });
  return { matched, unfiltered, passing, facets };
}

function add(counts: Uint32Array = new Uint32Array(), ranks: readonly number[] = []) {
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1;
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

/** The filters set: where they stand in `dimensions`, and the rank of their value, -1 when no date has it. */
const filtersOf = ({ values }: Dates, asked: AgendaQuestion) =>
  dimensions.flatMap((dimension, place) => {
    const value = askedOf(dimension, asked);
    if (value === undefined) return [];
    return [{ place, rank: values[place]?.findIndex((one) => one.value === value) ?? -1 }];
  });

/** What is asked of a filter, as values are written. */
export function askedOf(dimension: Dimension, asked: AgendaQuestion): string | undefined {
  const value = asked[dimension];
  if (value === undefined) return undefined;
  return dimension === "pays" ? String(value).toUpperCase() : String(value);
}

function countsOf(dimension: Dimension, values: readonly Value[] = [], counts?: Uint32Array): Count[] {
  const met = values.flatMap(({ value, label }, rank) => {
    const count = counts?.[rank] ?? 0;
    return count > 0 ? [{ value, label, count }] : [];
  });
  const frequent = met.toSorted((a, b) => b.count - a.count).slice(0, mostValues);
  return ordered.has(dimension) ? met.filter((one) => frequent.includes(one)) : frequent;
}
