import { projects } from "#paths/projects.ts";
import { plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { PlacesMap } from "#ui/map.tsx";
import { WorldMap } from "#ui/world-map.tsx";
import { countryCentre } from "#ui/world-map-svg.ts";
import type { MapLine, MapPlaces } from "./queries.figures.ts";
import { queryOf } from "./views.filters.tsx";
import type { LookProps } from "./views.public.tsx";

const path = projects.publicList();

/** Where the projects are, here and in the world, each map with its list. */
export function MapLook({
  list,
  asked,
  places,
  departments,
}: LookProps & { places: MapPlaces; departments: readonly string[] }) {
  const query = { ...queryOf(asked), vue: undefined, page: undefined };
  return (
    <>
      <PlacesMap
        title="Ici"
        unit="projets"
        name="ici"
        departments={departments}
        points={pointsOf(places.here)}
        lines={places.here.map(({ label, code, count }) => ({
          label,
          value: count,
          href: withQuery(path, query, { lieu: code }),
        }))}
      />
      {places.nowhereHere > 0 ? (
        <p class="soft">
          {plural(places.nowhereHere, "projet")} sur {list.total}{" "}
          {places.nowhereHere < 2 ? "n’est pas placé" : "ne sont pas placés"} ici : aucune commune n’en est
          dite.
        </p>
      ) : null}
      <WorldMap
        title="Dans le monde"
        unit="projets"
        name="monde"
        points={pointsOf(places.there)}
        shaded={[...new Set(places.there.flatMap(({ numeric_code }) => numeric_code ?? []))]}
        lines={places.there.map(({ label, country, code, count }) => ({
          label: country && country !== label ? `${label}, ${country}` : label,
          value: count,
          href: withQuery(path, query, { pays: code }),
        }))}
      />
      <p class="soft">
        Un lieu dont on ne connaît que le pays est mis en son milieu.
        {places.nowhereThere > 0
          ? ` ${plural(places.nowhereThere, "projet")} sur ${list.total} ${places.nowhereThere < 2 ? "ne dit" : "ne disent"} aucun pays.`
          : ""}
      </p>
    </>
  );
}

/** Places as points of a map; one that nobody can place is left to the list. */
export function pointsOf(
  lines: readonly Pick<MapLine, "label" | "count" | "longitude" | "latitude" | "numeric_code">[],
) {
  return lines.flatMap(({ label, count, longitude, latitude, numeric_code }) => {
    if (longitude !== null && latitude !== null) return [{ label, value: count, longitude, latitude }];
    const centre = numeric_code ? countryCentre(numeric_code) : undefined;
    return centre ? [{ label, value: count, ...centre }] : [];
  });
}
