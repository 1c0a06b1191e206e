import { directory } from "#paths/directory.ts";
import { formatNumber, plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Callout, EmptyState } from "#ui/page.tsx";
import { chosenValues, queryOf, wordsOf } from "./filters.tsx";
import type { Question } from "./input.ts";
import type { Counts } from "./rules.ts";

interface Props {
  path: string;
  asked: Question;
  counts: Counts;
  /** The words looked for instead of those typed. */
  corrected?: string | undefined;
}

/** Who is counted here and who is not, in words; then what was chosen, each a link that takes it away. */
export function ScopeLine({ path, asked, counts, corrected }: Props) {
  const words = wordsOf({ ...asked, q: corrected ?? asked.q }, counts);
  const { total } = counts;
  return (
    <>
      {corrected ? (
        <Callout>
          <p>
            Aucun résultat pour « {asked.q} », voici ceux pour « {corrected} ».
          </p>
        </Callout>
      ) : null}
      <p class="total" role="status">
        {plural(total, "acteur publié", "acteurs publiés")}
        {words ? ` pour ${words}` : ""}
      </p>
      <p class="scope">
        {total < counts.unfiltered && !asked.q ? `Sur ${formatNumber(counts.unfiltered)} en tout. ` : ""}
        Les fiches internes ne sont pas montrées.
      </p>
      <Chosen path={path} asked={asked} counts={counts} />
    </>
  );
}

function Chosen({ path, asked, counts }: Props) {
  const chosen = chosenValues(asked, counts);
  const query = queryOf(asked);
  if (chosen.length + (asked.q ? 1 : 0) === 0) return null;
  const without = (name: string) => withQuery(path, query, { [name]: undefined, page: undefined });
  return (
    <nav class="chosen" aria-label="Ce qui est choisi">
      {asked.q ? (
        <a href={without("q")}>
          <span class="sr-only">Retirer </span>« {asked.q} »
        </a>
      ) : null}
      {chosen.map(({ name, title, label }) => (
        <a href={without(name)}>
          <span class="sr-only">Retirer {title} : </span>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Why there is nobody, and how to widen: each filter on its own, then all of them. */
export function Nobody({ path, counts, asked }: Props) {
  const words = wordsOf(asked, counts);
  const query = queryOf(asked);
  if (counts.total > 0)
    return (
      <EmptyState title="Cette page est au-delà de la fin de la liste.">
        <a href={withQuery(path, query, { page: undefined })}>Revenir à la première page</a>
      </EmptyState>
    );
  if (!words)
    return (
      <EmptyState title="L’annuaire public est encore vide : les acteurs y paraîtront dès leur publication." />
    );
  const chosen = chosenValues(asked, counts);
  return (
    <EmptyState title={`Aucun acteur ne répond à ${words}.`}>
      <p>Les fiches internes et celles qui attendent d’être publiées ne sont pas cherchées ici.</p>
      <ul>
        {chosen.length > 1
          ? chosen.map(({ name, title, label }) => (
              <li>
                <a href={withQuery(path, query, { [name]: undefined, page: undefined })}>
                  Chercher sans {title.toLowerCase()} : {label}
                </a>
              </li>
            ))
          : null}
        {counts.unfiltered > 0 ? (
          <li>
            <a href={withQuery(path, { q: asked.q })}>
              Retirer les filtres : {plural(counts.unfiltered, "acteur")}{" "}
              {asked.q ? `pour « ${asked.q} »` : ""}
            </a>
          </li>
        ) : (
          <li>Vérifiez l’orthographe, ou tapez seulement le début d’un mot.</li>
        )}
        <li>
          <a href={path}>Voir tous les acteurs</a>
        </li>
      </ul>
    </EmptyState>
  );
}

/** The same question as a list or on the map. */
export function Looks({ asked, map }: { asked: Question; map: boolean }) {
  const query = { ...queryOf(asked), page: undefined, tout: undefined };
  return (
    <nav class="looks" aria-label="Présentation">
      <a href={withQuery(directory.publicList(), query)} aria-current={map ? undefined : "page"}>
        En liste
      </a>
      <a
        href={withQuery(directory.publicMap(), { ...query, tri: undefined })}
        aria-current={map ? "page" : undefined}
      >
        Sur la carte
      </a>
    </nav>
  );
}
