import { type CountedRow, isOpen, type Line } from "#domains/observatory/index.ts";
import type { Edition } from "./queries.ts";
import { linesOf, type ReportFigure } from "./report.ts";

export interface FrozenRows {
  figure: ReportFigure;
  line?: Line;
  rows: CountedRow[];
}

/** The rows that a figure of an edition (or one line of it) counted, in their order. Undefined when it has no such figure, or not its rows. */
export function frozenRows(edition: Edition, indicator: string, key?: string): FrozenRows | undefined {
  const figure = edition.report.figures[indicator];
  const line = linesOf(figure).find((one) => one.key === key);
  if (!figure || !isOpen(figure.rows) || (key !== undefined && !line)) return undefined;
  const every: readonly CountedRow[] = edition.report.rows?.[figure.rows] ?? [];
  const ids = new Set(line?.ids ?? figure.ids ?? linesOf(figure).flatMap((one) => one.ids ?? []));
  return { figure, line, rows: every.filter(({ id }) => ids.has(id)) };
}
