import { directory } from "#paths/directory.ts";
import { ListTable, Pagination, withQuery } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import { queryOf, wordsOf } from "./filters.tsx";
import { pageSize, type Question } from "./input.ts";
import type { Listed } from "./queries.ts";
import type { Counts } from "./rules.ts";
import { ActorsMap, type MapProps } from "./views.map.tsx";
import { publicListColumns } from "./views.public.tsx";
import { Nobody, ScopeLine } from "./views.scope.tsx";

export const embeddingTitle = "Montrer les acteurs sur un autre site";

const framedColumns = publicListColumns(true);

/** The list as another site shows it: no header, no foot; a card opens in the page around. */
export function EmbeddedList({
  title,
  rows,
  counts,
  asked,
  corrected,
}: Listed & { title: string; asked: Question }) {
  const path = directory.embeddedList();
  const query = queryOf(asked);
  return (
    <>
      <h1>{title}</h1>
      {rows.length === 0 ? (
        <Nobody path={path} asked={asked} counts={counts} />
      ) : (
        <>
          <ScopeLine path={path} asked={asked} counts={counts} corrected={corrected} />
          <ListTable
            caption={title}
            columns={framedColumns}
            rows={rows}
            path={path}
            query={query}
            sort={asked.tri ?? "nom"}
          />
          <Pagination page={asked.page ?? 1} size={pageSize} total={counts.total} path={path} query={query} />
        </>
      )}
      <Whole href={withQuery(directory.publicList(), query)} />
    </>
  );
}

/** The map as another site shows it. */
export function EmbeddedMap({ title, ...props }: MapProps & { title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <ActorsMap {...props} path={directory.embeddedMap()} framed />
      <Whole href={withQuery(directory.publicMap(), queryOf(props.asked))} />
    </>
  );
}

const Whole = ({ href }: { href: string }) => (
  <p class="soft small">
    <a href={href} target="_parent">
      Voir dans l’annuaire du réseau
    </a>
  </p>
);

/** What to copy into another site, with the filters in force. */
export function EmbeddingPage({
  asked,
  counts,
  baseUrl,
}: {
  asked: Question;
  counts: Counts;
  baseUrl: string;
}) {
  const query = { ...queryOf(asked), page: undefined, tout: undefined };
  const words = wordsOf(asked, counts);
  const code = (path: string, title: string, height: number) =>
    `<iframe src="${baseUrl}${withQuery(path, query).replaceAll("&", "&amp;")}" title="${title}" width="100%" height="${height}" loading="lazy"></iframe>`;
  return (
    <>
      <PageHeader
        title={embeddingTitle}
        trail={[{ label: "Les acteurs", href: withQuery(directory.publicList(), query) }]}
        lead="Le site d’une commune, d’une association ou d’un partenaire peut montrer cette liste ou cette carte, toujours à jour."
      />
      <p>
        {words
          ? `Ce qui suit montre les acteurs publiés qui répondent à ${words}.`
          : "Ce qui suit montre tous les acteurs publiés. Pour n’en montrer qu’une partie, choisissez d’abord des filtres dans la liste, puis revenez ici."}
      </p>
      <h2>La liste</h2>
      <p>Copiez ce code dans la page de l’autre site :</p>
      <pre class="embed-code">
        <code>{code(directory.embeddedList(), "Acteurs du réseau", 900)}</code>
      </pre>
      <p>
        <a href={withQuery(directory.embeddedList(), query)}>Voir ce que cela donne</a>
      </p>
      <h2>La carte</h2>
      <pre class="embed-code">
        <code>{code(directory.embeddedMap(), "Carte des acteurs du réseau", 700)}</code>
      </pre>
      <p>
        <a href={withQuery(directory.embeddedMap(), query)}>Voir ce que cela donne</a>
      </p>
      <h2>Ce qu’il faut savoir</h2>
      <ul>
        <li>Seules les fiches publiées y sont, avec ce que chacune laisse voir à tous.</li>
        <li>Aucun cookie n’est posé, aucun tiers n’est appelé ; les pages se lisent sans JavaScript.</li>
        <li>Une fiche s’ouvre sur ce site-ci, dans la page entière.</li>
        <li>
          Pour traiter les données vous-même :{" "}
          <a href={withQuery(`${directory.publicList()}.json`, query)} rel="nofollow">
            JSON
          </a>{" "}
          ou{" "}
          <a href={withQuery(directory.publicPlaces(), query)} rel="nofollow">
            GeoJSON
          </a>
          .
        </li>
      </ul>
    </>
  );
}
