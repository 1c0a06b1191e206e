import { directory } from "#paths/directory.ts";
import { ClusterMap } from "#ui/cluster-map.tsx";
import { formatNumber } from "#ui/format.ts";
import { type Query, withQuery } from "#ui/list.tsx";
import { slugOf } from "../rules.ts";
import { chosenValues, queryOf } from "./filters.tsx";
import { none, type Question } from "./input.ts";
import type { Centre, Level } from "./places.ts";
import type { Listed } from "./queries.ts";
import { Nobody } from "./views.scope.tsx";

export const mapTitle = "La carte des acteurs";

export interface MapProps extends Listed {
  asked: Question;
  level: Level;
  centres: readonly Centre[];
  /** INSEE codes of the départements drawn. */
  departments: readonly string[];
}

const gathered: Record<Level, string> = {
  departement: "par département",
  epci: "par intercommunalité",
  commune: "par commune",
};

/** The map and its list; `path` is the page that shows them, `framed` when it stands on another site. */
export function ActorsMap(props: MapProps & { path: string; framed?: boolean }) {
  const { path, asked, counts, level, centres, departments, rows, framed } = props;
  const query: Query = { ...queryOf(asked), page: undefined, tout: undefined };
  if (counts.total === 0) return <Nobody path={path} asked={asked} counts={counts} />;
  const centreOf = new Map(centres.map((centre) => [centre.code, centre]));
  const lines = counts.facets[level].filter(
    ({ value, count }) => count > 0 && (!asked[level] || value === asked[level]),
  );
  const closer = (value: string) => withQuery(path, query, { [level]: value });
  const clusters = lines.flatMap(({ value, label, count }) => {
    const centre = centreOf.get(value);
    return centre ? [{ ...centre, label, value: count, href: closer(value) }] : [];
  });
  return (
    <>
      <Trail path={path} query={query} asked={asked} counts={counts} />
      <ClusterMap
        title={`Les acteurs ${gathered[level]}`}
        one="acteur"
        departments={departments}
        clusters={clusters}
        close={level === "commune"}
      >
        {asked.commune ? (
          <ul>
            {rows.map(({ id, name }) => (
              <li>
                <a href={directory.publicCard(id, slugOf(name))} target={framed ? "_parent" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <table class="table lines-table">
            <caption class="sr-only">Acteurs {gathered[level]}</caption>
            <thead>
              <tr>
                <th scope="col">Où</th>
                <th scope="col" class="numeric">
                  Acteurs
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ value, label, count }) => (
                <tr>
                  <td>
                    <a href={closer(value)}>{value === none ? "Lieu non précisé" : label}</a>
                  </td>
                  <td class="numeric">{formatNumber(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </ClusterMap>
      <p>
        <a
          href={withQuery(framed ? directory.embeddedList() : directory.publicList(), query)}
        >{`Voir ${counts.total < 2 ? "cet acteur" : `ces ${formatNumber(counts.total)} acteurs`} en liste`}</a>
      </p>
    </>
  );
}

/** The way back out, from the commune to the whole region. */
function Trail({
  path,
  query,
  asked,
  counts,
}: { path: string; query: Query } & Pick<MapProps, "asked" | "counts">) {
  const places = chosenValues(asked, counts).filter(({ name }) =>
    ["departement", "epci", "commune"].includes(name),
  );
  if (places.length === 0) return null;
  const out = { departement: undefined, epci: undefined, commune: undefined };
  return (
    <nav class="trail" aria-label="Du plus large au plus proche">
      <ol>
        <li>
          <a href={withQuery(path, query, out)}>Toute la région</a>
        </li>
        {places.map(({ label }, index) => {
          const kept = Object.fromEntries(places.slice(0, index + 1).map(({ name }) => [name, query[name]]));
          return (
            <li>
              <a
                href={withQuery(path, query, { ...out, ...kept })}
                aria-current={index === places.length - 1 ? "page" : undefined}
              >
                {label}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
