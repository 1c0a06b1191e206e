import { people } from "#paths/people.ts";
import { Facet, WordSearch } from "#ui/filters.tsx";
import { formatShortDay, plural } from "#ui/format.ts";
import { type Column, ExportLinks, Listing, ListTable, Pagination, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { none, pageSize, type Question } from "./input.ts";
import type { ListedPerson, PeopleList } from "./queries.list.ts";
import { languageName, nameOf, roleKinds } from "./texts.ts";
import { RoleList } from "./views.parts.tsx";

export const listTitle = "Personnes";

const columns: readonly Column<ListedPerson>[] = [
  {
    label: "Nom",
    sort: "nom",
    cell: (row) => (
      <>
        <a href={people.one(row.id)}>{nameOf(row)}</a>
        {row.archived && !row.erased_at ? (
          <>
            {" "}
            <Tag label="Archivée" tone="warning" />
          </>
        ) : null}
      </>
    ),
  },
  { label: "Fonctions", cell: (row) => <RoleList roles={row.roles} /> },
  { label: "Courriel", wide: true, cell: (row) => row.email ?? "" },
  {
    label: "Dernier contact",
    sort: "contact",
    wide: true,
    cell: (row) => (row.last_contact_on ? formatShortDay(row.last_contact_on) : ""),
  },
];

interface Props {
  list: PeopleList;
  asked: Question;
  mayWrite: boolean;
  /** How many requests to be erased wait for an answer. */
  waiting: number;
}

/** The people through whom organisations act, as the network's own people look for them. */
export function PeopleListPage({ list, asked, mayWrite, waiting }: Props) {
  const path = people.all();
  const sort = asked.tri ?? "nom";
  return (
    <>
      <PageHeader title={listTitle} lead={list.organisation ? `Celles de ${list.organisation}.` : undefined}>
        {mayWrite ? <ButtonLink href={people.add()} label="Ajouter une personne" accesskey="c" /> : null}
      </PageHeader>
      {mayWrite ? <Waiting count={waiting} toReview={list.to_review} asked={asked} /> : null}
      <Listing filters={<Filters list={list} asked={asked} />}>
        <Total count={list.total} one="personne" />
        {list.rows.length === 0 ? (
          <Nobody list={list} asked={asked} />
        ) : (
          <>
            <p class="orders">
              <a
                href={withQuery(path, asked, {
                  tri: sort === "recent" ? undefined : "recent",
                  page: undefined,
                })}
              >
                {sort === "recent" ? "Remettre dans l’ordre des noms" : "Voir d’abord les dernières ajoutées"}
              </a>
            </p>
            <ListTable
              caption="Personnes"
              columns={columns}
              rows={list.rows}
              path={path}
              query={asked}
              sort={sort}
            />
            <Pagination page={asked.page ?? 1} size={pageSize} total={list.total} path={path} query={asked} />
            {mayWrite ? <ExportLinks path={path} query={asked} /> : null}
          </>
        )}
      </Listing>
    </>
  );
}

/** What waits for the team: requests to be erased, and people without contact for three years. */
function Waiting({ count, toReview, asked }: { count: number; toReview: number; asked: Question }) {
  if (count === 0 && (toReview === 0 || asked.conservation)) return null;
  return (
    <Callout tone="warning">
      {count > 0 ? (
        <p>
          <a href={people.requests()}>{plural(count, "demande d’effacement", "demandes d’effacement")}</a>{" "}
          {count > 1 ? "attendent" : "attend"} votre réponse.
        </p>
      ) : null}
      {toReview > 0 && !asked.conservation ? (
        <p>
          <a href={withQuery(people.all(), { conservation: "a-revoir" })}>{plural(toReview, "personne")}</a>{" "}
          sans contact depuis trois ans : gardez celles qui comptent encore en notant un contact, effacez les
          autres.
        </p>
      ) : null}
    </Callout>
  );
}

function Filters({ list, asked }: { list: PeopleList; asked: Question }) {
  const path = people.all();
  const roles = [
    ...list.roles.map((line) => ({ ...line, label: roleKinds[line.value] ?? line.value })),
    { value: none, label: "Aucune fonction", count: list.without_role },
  ].filter((line) => line.count > 0 || line.value === asked.fonction);
  const facet = { path, query: asked };
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher une personne"
        field="Nom, prénom ou courriel"
        words={asked.q}
        query={asked}
      />
      {asked.organisation ? (
        <p>
          <a href={withQuery(path, asked, { organisation: undefined, page: undefined })}>
            Toutes les organisations
          </a>
        </p>
      ) : null}
      <Facet title="Fonction" name="fonction" values={roles} {...facet} />
      <Facet title="Consentement donné" name="consentement" values={list.purposes} {...facet} />
      <Facet
        title="Langue"
        name="langue"
        values={list.languages.map((line) => ({ ...line, label: languageName(line.value) }))}
        {...facet}
      />
      <ul class="small">
        {(["archivees", "effacees"] as const).map((etat) => (
          <li>
            <a href={withQuery(path, { etat: asked.etat === etat ? undefined : etat })}>
              {asked.etat === etat
                ? "Revenir aux personnes actives"
                : etat === "archivees"
                  ? "Voir les personnes archivées"
                  : "Voir les personnes effacées"}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Nobody({ list, asked }: { list: PeopleList; asked: Question }) {
  const path = people.all();
  const filtered = Object.keys(asked).some((name) => name !== "tri" && name !== "page");
  if (list.total > 0)
    return (
      <EmptyState title="Cette page est au-delà de la fin de la liste.">
        <a href={withQuery(path, asked, { page: undefined })}>Revenir à la première page</a>
      </EmptyState>
    );
  if (!filtered)
    return (
      <EmptyState title="Personne n’est encore noté.">
        <p>
          Ajoutez une personne ici, ou depuis la fiche de l’organisation pour laquelle elle agit : son nom,
          comment la joindre, sa fonction.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={asked.q ? `Personne ne répond à « ${asked.q} ».` : "Personne ne répond à ces filtres."}
    >
      <p>
        La recherche lit le début de chaque mot du nom, sans accents.{" "}
        <a href={path}>Voir toutes les personnes</a>
        {asked.q ? (
          <>
            {" "}
            ou <a href={withQuery(people.add(), { nom: asked.q })}>ajouter « {asked.q} »</a>
          </>
        ) : null}
        .
      </p>
    </EmptyState>
  );
}
