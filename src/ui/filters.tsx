import { html, raw } from "hono/html";
import { TextField } from "./fields.tsx";
import { Hidden, SearchForm, Submit } from "./form.tsx";
import { formatNumber } from "./format.ts";
import { linkMaker, type Query, withQuery } from "./list.tsx";

/** Words to look for in a list; the filters in force are kept. */
export function WordSearch({
  action,
  label,
  field,
  words,
  query,
}: {
  action: string;
  /** What is searched, said to those who do not see it. */
  label: string;
  /** The label of the field: what the words may be. */
  field: string;
  words: string | undefined;
  query: Query;
}) {
  const others = { ...query, q: undefined, page: undefined };
  return (
    <SearchForm action={action} label={label}>
      {Object.entries(others).map(([name, value]) =>
        value === undefined ? null : <Hidden name={name} value={String(value)} />,
      )}
      <TextField name="q" type="search" label={field} value={words} autocomplete="off" />
      <Submit label="Chercher" kind="quiet" />
    </SearchForm>
  );
}

/** The year before, the year after, all of them; `query` is kept. `years` from the latest. */
export function YearLinks({
  path,
  query,
  year,
  years,
}: {
  path: string;
  query: Query;
  /** The year shown; null: all of them. */
  year: number | null;
  years: readonly { year: number }[];
}) {
  const link = (target: number | string, label: string, rel?: string) => (
    <a href={withQuery(path, query, { annee: target, page: undefined })} rel={rel}>
      {label}
    </a>
  );
  const before = year ? years.find((one) => one.year < year)?.year : undefined;
  const after = year ? years.findLast((one) => one.year > year)?.year : undefined;
  return (
    <nav aria-label="Années" class="years">
      {before ? <>{link(before, `← ${before}`, "prev")} </> : null}
      {after ? <>{link(after, `${after} →`, "next")} </> : null}
      {year && years.length > 0 ? link("toutes", "Toutes les années") : null}
      {year ? null : years.map((one) => <>{link(one.year, String(one.year))} </>)}
    </nav>
  );
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** A filter with its counts, as links: works without a script, and each choice has an address. */
export function Facet({
  title,
  name,
  values,
  path,
  query,
  most,
  open = true,
}: {
  title: string;
  name: string;
  values: readonly FacetValue[];
  path: string;
  query: Query;
  /** How many values are shown at first; a link (`tout` in the address) shows them all. The chosen one always is. */
  most?: number;
  open?: boolean;
}) {
  const chosen = String(query[name] ?? "");
  if (values.length === 0) return null;
  const whole = most === undefined || values.length <= most + 2 || query["tout"] === name;
  const shown = whole ? values : values.filter(({ value }, index) => index < most || value === chosen);
  const choosing = linkMaker(path, { ...query, [name]: undefined, page: undefined }, name);
  const unfolded = open || chosen !== "" || query["tout"] === name;
  // Written as text rather than as elements: a page has a hundred choices, which took a tenth of its time.
  const choices = shown.map(({ value, label, count }) => {
    const isChosen = value === chosen;
    const mark = isChosen ? raw(' aria-current="true"') : "";
    return html`<li><a href="${choosing(isChosen ? undefined : value)}"${mark}><span class="facet-label">${label}</span><span class="facet-count">${formatNumber(count)}</span></a></li>`;
  });
  const more = whole ? null : (
    <p class="facet-more">
      <a href={withQuery(path, query, { tout: name, page: undefined })} rel="nofollow">
        Voir les {formatNumber(values.length - shown.length)} autres
        <span class="sr-only"> ({title})</span>
      </a>
    </p>
  );
  return html`<details class="facet"${unfolded ? raw(" open") : ""}><summary>${title}</summary><ul>${choices}</ul>${more}</details>`;
}
