import { type RawBuilder, sql } from "kysely";

/** Where the rows of a rowset come from. */
export interface Source {
  /** The rows of these years with their `year`, read once a statement. */
  rows: (years: readonly number[]) => RawBuilder<unknown>;
  /** The columns of a CountedRow, as those who may open the rowset read them. */
  columns: RawBuilder<unknown>;
  /** The same for staff and the board, when they read what is hidden from others. */
  inside?: RawBuilder<unknown>;
  order: RawBuilder<unknown>;
}

/** Days from the first of these years to the last. */
export const between = (day: RawBuilder<unknown>, years: readonly number[]) =>
  sql<boolean>`${day} between make_date(${Math.min(...years)}, 1, 1) and make_date(${Math.max(...years)}, 12, 31)`;
