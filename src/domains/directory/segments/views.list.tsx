import { directory } from "#paths/directory.ts";
import { segments } from "#paths/segments.ts";
import { formatDay, formatNumber } from "#ui/format.ts";
import { type Column, ListTable, Pagination, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { pageSize } from "./input.ts";
import type { Segment } from "./queries.saved.ts";
import { capital } from "./rules.ts";

export const listTitle = "Segments";

export interface ListedSegment extends Segment {
  count: number;
  author: string | undefined;
}

const columns: readonly Column<ListedSegment>[] = [
  {
    label: "Segment",
    cell: ({ id, name, sentence, shared, by_hand }) => (
      <>
        <a class="line-title" href={segments.one(id)}>
          {name}
        </a>{" "}
        {shared ? null : <Tag label="à moi" />} {by_hand ? <Tag label="liste à la main" /> : null}
        <p class="soft small">{capital(sentence)}.</p>
      </>
    ),
  },
  {
    label: "Organisations",
    numeric: true,
    cell: ({ id, count, name }) => (
      <a href={withQuery(directory.all(), { segment: id })}>
        {formatNumber(count)}
        <span class="sr-only"> : ouvrir {name} dans l’annuaire</span>
      </a>
    ),
  },
  { label: "De", wide: true, cell: ({ author }) => author ?? "" },
  {
    label: "Dernier usage",
    wide: true,
    cell: ({ used_on }) => (used_on ? formatDay(used_on) : "pas encore"),
  },
];

/** The segments of the team, and one's own. */
export function SegmentListPage({
  rows,
  total,
  page,
  mayWrite,
}: {
  rows: readonly ListedSegment[];
  total: number;
  page: number;
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={listTitle}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead="Un segment désigne des organisations par ce que l’on sait d’elles ; il suit ce qui change, et son compte est celui d’aujourd’hui."
      >
        {mayWrite ? <ButtonLink href={segments.add()} label="Nouveau segment" accesskey="c" /> : null}
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title="Aucun segment n’est encore gardé.">
          <p>
            « Les associations de la Somme membres en 2021 » : écrivez-en un, il servira aux listes, aux
            exports et au recensement.
          </p>
          {mayWrite ? <ButtonLink href={segments.add()} label="Écrire le premier" kind="quiet" /> : null}
        </EmptyState>
      ) : (
        <>
          <Total count={total} one="segment" />
          <ListTable caption="Segments" columns={columns} rows={rows} path={segments.all()} query={{}} />
          <Pagination page={page} size={pageSize} total={total} path={segments.all()} query={{}} />
        </>
      )}
    </>
  );
}
