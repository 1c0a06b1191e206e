import { Facet, type FacetValue, WordSearch } from "#ui/filters.tsx";
import { plural } from "#ui/format.ts";
import { keepPieces } from "#ui/kept.tsx";
import { type Query, withQuery } from "#ui/list.tsx";
import type { Dates } from "./dates/held.ts";
import type { Agenda } from "./dates/rules.agenda.ts";
import { type AgendaQuestion, type Dimension, dimensions } from "./input.ts";
import { titles, valueLabels } from "./texts.ts";

/** What was asked, as the addresses of these pages say it. */
export const queryOf = ({ page, ...asked }: AgendaQuestion): Query => ({
  ...asked,
  page: page === 1 ? undefined : page,
});

/** The question alone, for another way to look at it: neither the page nor the filter unfolded. */
export const questionOf = (asked: AgendaQuestion): Query => ({ ...asked, page: undefined, tout: undefined });

/** Those that stand open before anything is chosen in them. */
const open: readonly Dimension[] = ["quoi", "type", "cadre", "departement"];
/** A place within a département is asked once the département is. */
const shownDimensions = (asked: AgendaQuestion) =>
  (Object.keys(titles) as Dimension[]).filter(
    (dimension) => dimension !== "commune" || asked.departement || asked.commune,
  );

interface Props {
  path: string;
  asked: AgendaQuestion;
  agenda: Agenda;
}

/** What is in memory lives until something changes: the same question has the same filters, drawn once. */
const kept = keepPieces<Dates>();

/** The search and the filters, the same for the list and the month, each value with what it would give. */
export function Filters(props: Props) {
  const { path, asked, agenda } = props;
  if (asked.q) return <AllFilters {...props} />; // words seldom come back
  const key = JSON.stringify([path, agenda.today, questionOf(asked), asked.tout]);
  return kept(agenda.held, key, () => <AllFilters {...props} />);
}

function AllFilters({ path, asked, agenda }: Props) {
  const query = queryOf(asked);
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher dans l’agenda"
        field="Mots de l’événement, lieu, organisateur"
        words={asked.q}
        query={query}
      />
      {chosenOf(asked, agenda).length > 0 ? (
        <p>
          <a href={withQuery(path, { annee: asked.annee, q: asked.q })}>Effacer les filtres</a>
        </p>
      ) : null}
      {shownDimensions(asked).map((dimension) => (
        <Facet
          title={titles[dimension]}
          name={dimension}
          path={path}
          query={query}
          values={valuesOf(dimension, asked, agenda)}
          most={7}
          open={open.includes(dimension)}
        />
      ))}
    </>
  );
}

/** The values of a filter; the one chosen stays, even with nothing left. A filter with one value says nothing. */
function valuesOf(dimension: Dimension, asked: AgendaQuestion, agenda: Agenda): FacetValue[] {
  const values = agenda.facets[dimension].map(({ value, label, count }) => ({
    value,
    label: valueLabels[dimension]?.[value] ?? label,
    count,
  }));
  const chosen = asked[dimension] === undefined ? undefined : String(asked[dimension]);
  if (chosen === undefined || values.some(({ value }) => value === chosen)) return values;
  return [...values, { value: chosen, label: labelOf(dimension, chosen, agenda), count: 0 }];
}

const labelOf = (dimension: Dimension, value: string, { labels }: Agenda) =>
  valueLabels[dimension]?.[value] ?? labels[dimension] ?? value;

/** The filters set, each with its title and what the value is called. */
export const chosenOf = (asked: AgendaQuestion, agenda: Agenda) =>
  dimensions.flatMap((name) => {
    const value = asked[name];
    return value === undefined
      ? []
      : [{ name, title: titles[name], label: labelOf(name, String(value), agenda) }];
  });

/** What is asked, in words: `« mali », Nord, En ligne`. Empty when nothing is. */
export const wordsOf = (asked: AgendaQuestion, agenda: Agenda) =>
  [...(asked.q ? [`« ${asked.q} »`] : []), ...chosenOf(asked, agenda).map(({ label }) => label)].join(", ");

/** How many dates, of how many events, answer what; then what was chosen, each a link that takes it away. */
export function Scope({
  path,
  asked,
  agenda,
  when,
}: {
  path: string;
  asked: AgendaQuestion;
  agenda: Agenda;
  /** `à venir`, `en 2026`, `en novembre 2026`. */
  when: string;
}) {
  const words = wordsOf(asked, agenda);
  const { total, events, unfiltered } = agenda;
  const of =
    events < total ? `, pour ${plural(events, "événement ou formation", "événements ou formations")}` : "";
  return (
    <>
      <p class="total" role="status">
        {`${plural(total, "date")} ${when}${words ? ` pour ${words}` : ""}${of}`}
      </p>
      <p class="scope">
        {total < unfiltered
          ? `Sur ${plural(unfiltered, "date")} ${when}${asked.q ? " pour ces mots" : ""}. `
          : ""}
        Ce que le réseau organise, et ce qu’il relaie de ses membres et partenaires.
      </p>
      <Chosen path={path} asked={asked} agenda={agenda} />
    </>
  );
}

function Chosen({ path, asked, agenda }: { path: string; asked: AgendaQuestion; agenda: Agenda }) {
  const chosen = chosenOf(asked, agenda);
  if (chosen.length === 0 && !asked.q) return null;
  const without = (name: string) => withQuery(path, queryOf(asked), { [name]: undefined, page: undefined });
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
