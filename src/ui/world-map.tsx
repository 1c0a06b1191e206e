import { raw } from "hono/html";
import { type ChartLine, LinesTable, labelled } from "./chart.tsx";
import { formatNumber } from "./format.ts";
import type { MapPoint } from "./map-svg.ts";
import { drawWorld, worldCredit } from "./world-map-svg.ts";

/** A map of the world and, always, the list that says the same with links. */
export function WorldMap({
  title,
  unit,
  points,
  shaded = [],
  lines,
  name,
}: {
  title: string;
  unit: string;
  points: readonly MapPoint[];
  /** The countries reached, by ISO 3166 number. */
  shaded?: readonly string[];
  lines: readonly ChartLine[];
  name: string;
}) {
  return (
    <figure class="map map-world">
      <figcaption>{title}</figcaption>
      {raw(
        labelled(drawWorld(points, shaded), {
          id: `carte-${name}`,
          title,
          description: `${formatNumber(points.length)} lieux, la surface de chaque cercle suit le nombre de ${unit}. La liste qui suit dit la même chose.`,
        }),
      )}
      <p class="map-credit">{worldCredit}</p>
      <section class="map-list" aria-label={`Liste : ${title}`} tabindex={0}>
        <LinesTable title={title} unit={unit} lines={lines} />
      </section>
    </figure>
  );
}
