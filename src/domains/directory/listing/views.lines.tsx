import type { Child } from "hono/jsx";
import { type Column, ExportLinks, ListTable, Pagination, type Query, withQuery } from "#ui/list.tsx";
import { pageSize, type Question } from "./input.ts";
import type { ListedOrganisation } from "./select.ts";

interface Props<Row> {
  path: string;
  query: Query;
  asked: Question;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  total: number;
  caption: string;
  /** Draws a line, or gives it back as it was drawn. */
  kept?: ((row: Row, draw: () => Child) => Child) | undefined;
  /** The formats in which the list can be taken away; those of any list when it is not said. */
  formats?: readonly string[] | undefined;
  /** The link that puts the latest first. */
  latest: string;
}

/** The organisations found: in which order, in pages, and what can be taken away. */
export function FoundLines<Row extends ListedOrganisation>({
  path,
  query,
  asked,
  rows,
  columns,
  total,
  caption,
  latest,
  kept,
  formats,
}: Props<Row>) {
  const recent = asked.tri === "recent";
  return (
    <>
      <p class="orders">
        <a href={withQuery(path, query, { tri: recent ? undefined : "recent", page: undefined })}>
          {recent ? "Remettre dans l’ordre des noms" : latest}
        </a>
      </p>
      <ListTable
        caption={caption}
        columns={columns}
        rows={rows}
        path={path}
        query={query}
        sort={asked.tri ?? "nom"}
        kept={kept}
      />
      <Pagination page={asked.page ?? 1} size={pageSize} total={total} path={path} query={query} />
      <ExportLinks path={path} query={query} formats={formats} />
    </>
  );
}
