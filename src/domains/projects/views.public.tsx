import type { PropsWithChildren } from "hono/jsx";
import { projects } from "#paths/projects.ts";
import { plural } from "#ui/format.ts";
import { ExportLinks, Listing, withQuery } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import { dimensions, looks, type ProjectQuestion } from "./input.list.ts";
import type { ProjectList } from "./queries.list.ts";
import { wordScope } from "./texts.ts";
import { Filters, isNarrowed, queryOf } from "./views.filters.tsx";

export const publicTitle = "Les projets";
export const publicLead =
  "Les projets de coopération et de solidarité que portent les acteurs de la région, ici et dans le monde.";
const path = projects.publicList();

export interface LookProps {
  list: ProjectList;
  asked: ProjectQuestion;
}

const lookNames = { liste: "Liste", carte: "Carte", graphiques: "Graphiques" } as const;

/** The public panorama: what was asked in words, then the list, the map or the charts of the same projects. */
export function PublicListPage({
  list,
  asked,
  iati,
  children,
}: PropsWithChildren<LookProps & { /** The network can sign an IATI file. */ iati: boolean }>) {
  const query = queryOf(asked);
  const current = asked.vue ?? "liste";
  return (
    <>
      <PageHeader title={publicTitle} lead={publicLead} />
      <Listing
        filters={<Filters path={path} list={list} asked={asked} dimensions={dimensions.slice(0, -1)} />}
      >
        {list.total === 0 ? null : (
          <>
            <p class="total" role="status">
              {plural(list.total, "projet")}
              {isNarrowed(asked) ? ` ${wordScope(asked, list.labels)}` : ""}
            </p>
            <nav class="looks" aria-label="Façons de voir ces projets">
              <ul>
                {looks.map((look) => (
                  <li>
                    <a
                      href={withQuery(path, query, { vue: look === "liste" ? undefined : look })}
                      aria-current={look === current ? "page" : undefined}
                    >
                      {lookNames[look]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </>
        )}
        {children}
        {list.total === 0 ? null : (
          <>
            <ExportLinks
              path={path}
              query={{ ...query, vue: undefined }}
              formats={["csv", "xlsx", "json", "geojson", ...(iati ? ["iati.xml"] : [])]}
            />
            <p>
              <a href={projects.publicFeed()}>Suivre les nouveaux projets</a> (fil Atom)
            </p>
          </>
        )}
      </Listing>
    </>
  );
}
