import { imports } from "#paths/imports.ts";
import { type Column, ListTable, Pagination, Total } from "#ui/list.tsx";
import { PageHeader, Tag } from "#ui/page.tsx";
import type { Import, ListedRow } from "./queries.ts";
import type { RowFilter } from "./rules.ts";
import { filterLabels } from "./texts.ts";

export const rowsShown = 50;
const columnsShown = 6;

export const rowsTitle = (one: Import, filter?: RowFilter) =>
  `${filter ? filterLabels[filter] : "Lignes"} : ${one.file_name}`;

/** The rows of a file as they were read, with what there is to say of each. */
export function RowsPage({
  one,
  filter,
  list,
  page,
}: {
  one: Import;
  filter?: RowFilter;
  list: { rows: readonly ListedRow[]; total: number };
  page: number;
}) {
  const positions = shownPositions(one);
  const columns: readonly Column<ListedRow>[] = [
    { label: "Ligne", cell: (row) => row.line, numeric: true },
    ...positions.map((position) => ({
      label: one.headings[position] ?? "",
      cell: (row: ListedRow) => cut(row.cells[position] ?? ""),
    })),
    { label: "À savoir", cell: (row) => <Remarks row={row} /> },
  ];
  return (
    <>
      <PageHeader
        title={rowsTitle(one, filter)}
        trail={[
          { label: "Imports", href: imports.all() },
          { label: one.file_name, href: imports.one(one.id) },
        ]}
      />
      <Total count={list.total} one="ligne" />
      <ListTable
        caption="Les lignes du fichier"
        columns={columns}
        rows={list.rows}
        path={imports.rows(one.id)}
        query={{ resultat: filter }}
      />
      <Pagination
        page={page}
        size={rowsShown}
        total={list.total}
        path={imports.rows(one.id)}
        query={{ resultat: filter }}
      />
    </>
  );
}

/** The columns that are used, the first ones of the file otherwise. */
function shownPositions(one: Import) {
  const used = Object.values(one.mapping).toSorted((a, b) => a - b);
  return (used.length > 0 ? used : one.headings.map((_, position) => position)).slice(0, columnsShown);
}

const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

function Remarks({ row }: { row: ListedRow }) {
  return (
    <>
      {row.duplicate_of !== null ? (
        <Tag label={`Identique à la ligne ${row.duplicate_of}`} tone="warning" />
      ) : null}
      <ul class="lines">
        {row.problems.map(({ column, reason }) => (
          <li>
            {column} : {reason}
          </li>
        ))}
        {row.notes.map(({ column, reason }) => (
          <li>
            {column} : {reason}
          </li>
        ))}
        {row.changes.map(({ column, before, after }) => (
          <li>
            {column} : {before ? `${before} devient ${after}` : after}
          </li>
        ))}
      </ul>
    </>
  );
}
