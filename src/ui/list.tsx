import type { Child, PropsWithChildren } from "hono/jsx";
import { FoldClose } from "./fold.tsx";
import { formatNumber, plural } from "./format.ts";

/** One column of a list. `sort` is its name in the query string when the list can be put in its order. */
export interface Column<Row> {
  label: string;
  cell: (row: Row) => Child;
  sort?: string;
  /** Figures stand to the right, in columns of equal digits. */
  numeric?: boolean;
  /** Leave out on a phone. */
  wide?: boolean;
}

/** What the reader asked for: an address with other filters keeps the rest of the question. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** `/acteurs?type=osim&page=2`: the address with these changes; an empty value takes the filter away. */
export function withQuery(path: string, query: Query, changes: Query = {}): string {
  let text = "";
  for (const [name, value] of Object.entries({ ...query, ...changes }))
    if (value !== undefined && value !== "")
      text += `${text ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return path + text;
}

/** Addresses that differ by one value only: the rest is written once. A page of facets has two hundred of them. */
export function linkMaker(path: string, query: Query, name: string) {
  const without = withQuery(path, { ...query, [name]: undefined });
  const before = `${without}${without.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=`;
  return (value: string | number | undefined) =>
    value === undefined || value === "" ? without : before + encodeURIComponent(value);
}

/** A table that says what it holds, sorted by links, readable on a phone. */
export function ListTable<Row>({
  caption,
  columns,
  rows,
  path,
  query,
  sort,
  kept = (_, draw) => draw(),
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Draws a line, or gives it back as it was drawn: for rows that live longer than a page. */
  kept?: (row: Row, draw: () => Child) => Child;
  path: string;
  query: Query;
  /** The order in force: a column's `sort`, with `-` before it when descending. */
  sort?: string;
}) {
  return (
    <section class="table-frame" tabindex={0} aria-label={caption}>
      <table class="table table-stack">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={classes(column)} aria-sort={orderOf(column, sort)}>
                {column.sort ? (
                  <a
                    href={withQuery(path, query, {
                      tri: sort === column.sort ? `-${column.sort}` : column.sort,
                      page: undefined,
                    })}
                  >
                    {column.label}
                  </a>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            kept(row, () => (
              <tr>
                {columns.map((column) => (
                  <td class={classes(column)} data-label={column.label}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

const classes = <Row,>(column: Column<Row>) =>
  [column.numeric ? "numeric" : "", column.wide ? "wide-only" : ""].filter(Boolean).join(" ") || undefined;

const orderOf = <Row,>(column: Column<Row>, sort: string | undefined) => {
  if (!column.sort || !sort) return undefined;
  if (sort === column.sort) return "ascending" as const;
  return sort === `-${column.sort}` ? ("descending" as const) : undefined;
};

/** A list beside its filters: they stand at its left on a wide screen, behind a button on a narrow one. */
export function Listing({ filters, children }: PropsWithChildren<{ filters: Child }>) {
  return (
    <div class="listing">
      <button type="button" class="button button-quiet fold-button" popovertarget="filtres">
        Chercher et filtrer
      </button>
      <div class="listing-filters fold" id="filtres" popover="auto">
        <FoldClose target="filtres" />
        {filters}
      </div>
      <div class="listing-rows">{children}</div>
    </div>
  );
}

/** Previous, next, and where we are; `total` rows by `size`. */
export function Pagination({
  page,
  size,
  total,
  path,
  query,
}: {
  page: number;
  size: number;
  total: number;
  path: string;
  query: Query;
}) {
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return null;
  const link = (target: number, label: string, rel: string) =>
    target >= 1 && target <= last ? (
      <a
        class="button button-quiet"
        rel={rel}
        href={withQuery(path, query, { page: target === 1 ? undefined : target })}
      >
        {label}
      </a>
    ) : (
      <span />
    );
  return (
    <nav class="pagination" aria-label="Pages">
      {link(page - 1, "Page précédente", "prev")}
      <span>
        Page {formatNumber(page)} sur {formatNumber(last)}
      </span>
      {link(page + 1, "Page suivante", "next")}
    </nav>
  );
}

/** Take this list away: the same question, in other formats. */
export function ExportLinks({
  path,
  query,
  formats = ["csv", "xlsx", "json"],
}: {
  path: string;
  query: Query;
  formats?: readonly string[];
}) {
  return (
    <p class="exports">
      Emporter cette liste :{" "}
      {formats.map((format, index) => (
        <>
          {index > 0 ? " · " : ""}
          <a
            href={withQuery(`${path}.${format}`, query, { page: undefined })}
            data-turbo="false"
            rel="nofollow"
          >
            {format.replace(/\..*/, "").toUpperCase()}
          </a>
        </>
      ))}
    </p>
  );
}

/** `12 organisations` above a list. */
export function Total({ count, one, many }: { count: number; one: string; many?: string }) {
  return (
    <p class="total" role="status">
      {plural(count, one, many)}
    </p>
  );
}
