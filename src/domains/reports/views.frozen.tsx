import { type CountedRow, columnsOf, type Line, rowNames, withUnit } from "#domains/observatory/index.ts";
import { reports } from "#paths/reports.ts";
import { formatInstant, plural } from "#ui/format.ts";
import { ExportLinks, ListTable, Pagination, type Query, Total } from "#ui/list.tsx";
import { Facts, PageHeader } from "#ui/page.tsx";
import type { Edition } from "./queries.ts";
import type { ReportFigure } from "./report.ts";
import { reportTitle } from "./views.published.tsx";

interface RowsProps {
  edition: Edition;
  figure: ReportFigure;
  line?: Line;
  rows: readonly CountedRow[];
  total: number;
  page: number;
  size: number;
  query: Query;
}

export const frozenTitle = (year: number, figure: ReportFigure, line?: Line) =>
  `${figure.label}${line ? ` : ${line.label}` : ""}, bilan ${year}`;

/** The rows that a published figure counted, as they were that day. */
export function FrozenRowsPage({ edition, figure, line, rows, total, page, size, query }: RowsProps) {
  const { year, number } = edition;
  const path = reports.publishedRows(year, figure.id);
  const value = line?.value ?? figure.value;
  return (
    <>
      <PageHeader
        title={frozenTitle(year, figure, line)}
        trail={[
          { label: reportTitle(year), href: reports.published(year, Number(query["edition"]) || undefined) },
        ]}
        lead={figure.definition}
      />
      <Facts
        facts={[
          [
            "Chiffre publié",
            typeof value === "number" ? withUnit(value, figure.unit) : plural(value.length, "ligne"),
          ],
          ["Édition", `${number}, publiée le ${formatInstant(edition.published_at)}`],
          ["Règle de calcul", `version ${figure.rule_version}`],
          ["Écrit dans les lignes", line?.note && line.note !== line.label ? line.note : ""],
        ]}
      />
      <Total count={total} one={rowNames[figure.rows][0]} many={rowNames[figure.rows][1]} />
      <ListTable
        caption={`Lignes comptées : ${frozenTitle(year, figure, line)}`}
        columns={columnsOf(figure.rows)}
        rows={rows}
        path={path}
        query={query}
      />
      <Pagination page={page} size={size} total={total} path={path} query={query} />
      <ExportLinks path={path} query={query} />
    </>
  );
}
