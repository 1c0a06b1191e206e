import { observatory } from "#paths/observatory.ts";
import { ExportLinks, ListTable, Pagination, type Query, Total } from "#ui/list.tsx";
import { EmptyState, Facts, PageHeader } from "#ui/page.tsx";
import type { Indicator, Line } from "./indicator.ts";
import type { Counted } from "./queries.ts";
import { columnsOf, rowNames, withUnit } from "./texts.ts";

interface Props {
  indicator: Indicator;
  year: number;
  /** The line of the breakdown that is opened. */
  line?: Line;
  counted: Counted;
  page: number;
  size: number;
  query: Query;
}

export const rowsTitle = ({ label }: Indicator, year: number, line?: Line) =>
  `${label}${line ? ` : ${line.label}` : ""}, ${year}`;

/** The rows behind a figure: what it says, how it is counted, and each row that it counts. */
export function RowsPage({ indicator, year, line, counted, page, size, query }: Props) {
  const path = observatory.rowsOf(indicator.id);
  return (
    <>
      <PageHeader title={rowsTitle(indicator, year, line)} lead={indicator.definition} />
      <Facts
        facts={[
          ["Chiffre", indicator.breakdown && !line ? "" : withUnit(counted.value, indicator.unit)],
          ["Règle de calcul", `version ${indicator.rule_version}`],
          ["Écrit dans les lignes", line?.note && line.note !== line.label ? line.note : ""],
        ]}
      />
      <Total count={counted.total} one={rowNames[indicator.rows][0]} many={rowNames[indicator.rows][1]} />
      {counted.total === 0 ? (
        <EmptyState title={`Rien n’est compté en ${year}.`}>
          <p>Aucune ligne de cette année n’entre dans ce chiffre.</p>
        </EmptyState>
      ) : (
        <>
          <ListTable
            caption={`Lignes comptées : ${rowsTitle(indicator, year, line)}`}
            columns={columnsOf(indicator.rows)}
            rows={counted.rows}
            path={path}
            query={query}
          />
          <Pagination page={page} size={size} total={counted.total} path={path} query={query} />
          <ExportLinks path={path} query={query} />
        </>
      )}
    </>
  );
}
