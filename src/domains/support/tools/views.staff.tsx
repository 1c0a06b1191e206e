import { directory } from "#paths/directory.ts";
import { tools } from "#paths/tools.ts";
import { WordSearch } from "#ui/filters.tsx";
import { formatInstant } from "#ui/format.ts";
import { ListTable, Pagination, type Query, Total } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { pageSize } from "./input.ts";
import type { SheetLine, Tool } from "./queries.ts";

export const allTitle = "Outils du réseau";
export const trail = [{ label: allTitle, href: tools.all() }];
export const upToSheets = [...trail, { label: "Outils remplis", href: tools.sheets() }];

/** The tools, and what was filled last. */
export function ToolsPage({
  list,
  last,
  mayWrite,
}: {
  list: readonly Tool[];
  last: readonly SheetLine[];
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={allTitle}
        lead={
          <>
            À remplir avec un acteur, sur l’écran ou sur papier. Les mots sont à vous : changez-les. Tout le
            monde peut les essayer sur <a href={tools.open()}>la page publique</a>.
          </>
        }
      >
        {mayWrite ? <ButtonLink href={tools.add()} label="Remplir un outil" accesskey="n" /> : null}
      </PageHeader>
      <ul class="lines">
        {list.map(({ code, content, changedAt }) => (
          <li>
            <h2 class="tool-name">{content.title}</h2>
            <p>{content.lead}</p>
            <p class="tool-ways">
              {mayWrite ? (
                <a href={tools.addWith(code)}>
                  Remplir avec un acteur<span class="sr-only"> : {content.title}</span>
                </a>
              ) : null}
              <a href={tools.blank(code)}>
                Imprimer la feuille vierge<span class="sr-only"> : {content.title}</span>
              </a>
              {mayWrite ? (
                <a href={tools.words(code)}>
                  Changer le texte<span class="sr-only"> de « {content.title} »</span>
                </a>
              ) : null}
              <span class="soft small">
                {changedAt ? `Changé le ${formatInstant(changedAt)}` : "Texte d’origine"}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <h2>Remplis dernièrement</h2>
      {last.length === 0 ? (
        <p class="soft">Aucun outil n’est encore rempli.</p>
      ) : (
        <SheetTable
          lines={last}
          list={list}
          path={tools.sheets()}
          query={{}}
          caption="Outils remplis dernièrement"
        />
      )}
      <p>
        <a href={tools.sheets()}>Tous les outils remplis</a>
      </p>
    </>
  );
}

function SheetTable({
  lines,
  list,
  path,
  query,
  caption,
}: {
  lines: readonly SheetLine[];
  list: readonly Tool[];
  path: string;
  query: Query;
  caption: string;
}) {
  return (
    <ListTable
      caption={caption}
      rows={lines}
      path={path}
      query={query}
      columns={[
        { label: "Intitulé", cell: ({ id, title }) => <a href={tools.sheet(id)}>{title}</a> },
        { label: "Outil", cell: ({ tool }) => list.find(({ code }) => code === tool)?.content.title },
        {
          label: "Organisation",
          cell: ({ organisation_id, organisation }) =>
            organisation_id ? <a href={directory.one(organisation_id)}>{organisation}</a> : "",
        },
        { label: "Partage", cell: ({ shared }) => (shared ? <Tag label="Lien donné" tone="good" /> : "") },
        { label: "Touché", cell: ({ updated_at }) => formatInstant(updated_at) },
      ]}
    />
  );
}

export const sheetsTitle = "Outils remplis";

export function SheetsPage({
  lines,
  total,
  page,
  query,
  list,
  of,
}: {
  lines: readonly SheetLine[];
  total: number;
  page: number;
  query: Query;
  list: readonly Tool[];
  /** The course of support of which they are. */
  of?: { id: number; subject: string } | undefined;
}) {
  return (
    <>
      <PageHeader
        title={sheetsTitle}
        trail={trail}
        lead={of ? `De l’accompagnement « ${of.subject} ».` : null}
      >
        <ButtonLink
          href={of ? tools.addFor({ course: of.id }) : tools.add()}
          label="Remplir un outil"
          accesskey="n"
        />
      </PageHeader>
      <WordSearch
        action={tools.sheets()}
        label="Chercher un outil rempli"
        field="Intitulé ou organisation"
        words={query["q"]?.toString()}
        query={query}
      />
      <Total count={total} one="outil rempli" many="outils remplis" />
      {lines.length === 0 ? (
        <EmptyState title="Aucun outil rempli ne répond à cette question">
          <p>Un outil rempli avec un acteur se garde, se reprend, s’imprime, et se donne par un lien.</p>
        </EmptyState>
      ) : (
        <SheetTable lines={lines} list={list} path={tools.sheets()} query={query} caption={sheetsTitle} />
      )}
      <Pagination page={page} size={pageSize} total={total} path={tools.sheets()} query={query} />
    </>
  );
}
