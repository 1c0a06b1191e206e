import { raw } from "hono/html";
import { type ChartLine, LinesTable, labelled } from "./chart.tsx";
import { formatNumber } from "./format.ts";
import { drawMap, type MapPoint, mapCredit } from "./map-svg.ts";

/** A map of places and, always, the list that says the same with links. */
export function PlacesMap({
  title,
  unit,
  departments,
  points,
  lines,
  name,
}: {
  title: string;
  unit: string;
  /** INSEE codes of what is drawn. */
  departments: readonly string[];
  points: readonly MapPoint[];
  lines: readonly ChartLine[];
  name: string;
}) {
  return (
    <figure class="map">
      <figcaption>{title}</figcaption>
      {raw(
        labelled(drawMap(departments, points), {
          id: `carte-${name}`,
          title,
          description: `${formatNumber(points.length)} lieux, la surface de chaque cercle suit le nombre de ${unit}. La liste qui suit dit la même chose.`,
        }),
      )}
      <p class="map-credit">{mapCredit}</p>
      <section class="map-list" aria-label={`Liste : ${title}`} tabindex={0}>
        <LinesTable title={title} unit={unit} lines={lines} />
      </section>
    </figure>
  );
}
