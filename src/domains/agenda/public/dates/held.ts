import { yearOf } from "#platform/dates.ts";
import { growingWords, type Words } from "#platform/memory/words.ts";
import type { DateLine } from "../lines.ts";
import type { Module } from "./queries.modules.ts";
import { type Names, numberValues, type Values } from "./values.ts";

/** What a date is filtered by, as the tables say it. */
interface DateFacts {
  kind_id: number | null;
  commune_code: string | null;
  department_code: string | null;
  sector_ids: number[];
  goal_ids: number[];
  country_codes: string[];
  audience_type_ids: number[];
  pole_id: number | null;
  axis_id: number | null;
}

interface FoundDate extends DateLine {
  on_site: boolean;
  module_id: number | null;
  /** Of its module: the word of its cycle. */
  cycle: string | null;
  nature: "thematic" | "methodological" | null;
}

export interface DateRow extends FoundDate {
  facts: DateFacts;
  words: string;
}

/** A date of the public agenda, with all by which it is found. */
export interface PublicDate extends FoundDate {
  /** The numbers of its values, in all the filters. */
  values: readonly number[];
  /** Of its event, among those of the agenda. */
  event: number;
  /** In which it begins, and in which it ends when it is another. */
  years: readonly number[];
}

/** The whole public agenda: all that its pages say is found in it, and counted. */
export interface Dates {
  /** In the order of a programme. */
  dates: readonly PublicDate[];
  values: Values;
  /** The words of each event, of its dates, and of those who hold it. */
  words: Words;
  events: number;
  modules: readonly Module[];
}

/** Puts together what was read; `rows` come in the order of a programme. */
export async function holdDates(
  rows: readonly DateRow[],
  names: Names,
  modules: readonly Module[],
): Promise<Dates> {
  const { values, numbers } = numberValues(rows, names);
  const byEvent = Map.groupBy(rows, ({ event_id }) => event_id);
  const events = new Map([...byEvent.keys()].map((id, event) => [id, event]));
  const words = growingWords();
  for (const dates of byEvent.values()) words.push(dates.map((date) => date.words).join(" "));
  return {
    dates: rows.map(({ facts: _, words: __, ...line }, place) => ({
      ...line,
      values: numbers[place] ?? [],
      event: events.get(line.event_id) ?? -1,
      years: yearsOf(line),
    })),
    values,
    words: await words.cut(async () => {}),
    events: events.size,
    modules,
  };
}

function yearsOf({ first_on, last_on }: DateLine): number[] {
  const years = [first_on, last_on].flatMap((day) => (day ? [yearOf(day)] : []));
  return [...new Set(years)];
}
