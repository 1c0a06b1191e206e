import { directory } from "#paths/directory.ts";
import { Listing, withQuery } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import { queryOf } from "./filters.tsx";
import { ActorsMap, type MapProps, mapTitle } from "./views.map.tsx";
import { PublicFilters } from "./views.public.tsx";
import { Looks, ScopeLine } from "./views.scope.tsx";

/** The public directory on a map: the same filters, places that go closer, and the list beside. */
export function PublicMapPage(props: MapProps) {
  const { asked, counts, corrected } = props;
  const path = directory.publicMap();
  return (
    <>
      <PageHeader
        title={mapTitle}
        lead="Où sont les associations, collectivités, établissements et entreprises qui agissent à l’international. Un cercle s’ouvre sur les lieux qu’il rassemble."
      />
      <Listing filters={<PublicFilters path={path} asked={asked} counts={counts} />}>
        <Looks asked={asked} map />
        {counts.total > 0 ? (
          <ScopeLine path={path} asked={asked} counts={counts} corrected={corrected} />
        ) : null}
        <ActorsMap {...props} path={path} />
        <p>
          <a
            href={withQuery(directory.publicPlaces(), { ...queryOf(asked), page: undefined })}
            rel="nofollow"
          >
            Emporter ces lieux (GeoJSON)
          </a>{" "}
          ·{" "}
          <a href={withQuery(directory.embedding(), { ...queryOf(asked), page: undefined })}>
            Montrer cette carte sur un autre site
          </a>
        </p>
      </Listing>
    </>
  );
}
