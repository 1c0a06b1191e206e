import type { RawBuilder } from "kysely";
import type { CountedRows, OpenRowset, Rowset } from "./rowsets.ts";

/** How the counted rows make a figure. Shares are percentages; `per_month` divides by the twelve months of the year. */
export type Measure =
  | { kind: "count" }
  | { kind: "sum"; of: "duration_minutes" | "participants" | "people" }
  | { kind: "share" }
  | { kind: "per_month" };

/** One figure a line: SQL over the alias `counted`, the row of the rowset. */
export interface Breakdown {
  key: RawBuilder<string>;
  label: RawBuilder<string>;
  /** A remark beside the line, such as the spellings met. */
  note?: RawBuilder<string>;
  /** What is joined to the row to find its lines, when a row may stand in several. */
  from?: RawBuilder<unknown>;
  /** The rows of one line; by default those whose `key` is this one. */
  only?: (key: string) => RawBuilder<boolean>;
  /** What puts the lines in their order, over the rows of each; without it the greatest comes first. */
  order?: RawBuilder<unknown>;
  /** Every line in its order, zero included; without it the lines met, the greatest first. */
  lines?: readonly { key: string; label: string }[];
}

/** A figure of the network: what it means, how it is counted, and which rows it counts. */
export interface Indicator {
  id: string;
  label: string;
  /** One or two sentences that a funder understands. */
  definition: string;
  unit: string;
  /** Goes up when the rule changes, so that an old figure is not compared blindly with a new one. */
  rule_version: number;
  rows: Rowset;
  measure: Measure;
  /** Which rows of the year are counted; all of them without it. */
  where?: RawBuilder<boolean>;
  breakdown?: Breakdown;
  /** Not shown beside the year before, whose rows say nothing of that year. */
  incomparable?: boolean;
}

export interface Line {
  key: string;
  label: string;
  value: number;
  note?: string;
  /** The rows counted, when they were asked for and anyone may read them. */
  ids?: number[];
}

/** An indicator of one year: a number, or a breakdown's lines. */
export interface Computed {
  value: number | Line[];
  ids?: number[];
}

export type OpenRows = { [Name in OpenRowset]: CountedRows[Name][] };

/** All that can be counted of one year, read in one statement, so that figures and rows agree to the line. */
export interface YearFigures {
  year: number;
  /** By the indicator's id. */
  values: Record<string, Computed>;
  /** The rows that anyone may read, when they were asked for. */
  rows?: OpenRows;
}
