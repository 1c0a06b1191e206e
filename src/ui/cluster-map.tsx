import type { PropsWithChildren } from "hono/jsx";
import { formatNumber, plural } from "./format.ts";
import { type Cluster, placeClusters } from "./map-clusters.ts";
import { mapCredit } from "./map-svg.ts";

/**
 * A map whose circles are links that go closer, and beside it (`children`) the list that says the same. Nothing moves: each view of the
 * map is a page with its address.
 */
export function ClusterMap({
  title,
  one,
  departments,
  clusters,
  close,
  children,
}: PropsWithChildren<{
  title: string;
  /** What is counted, in the singular: `acteur`. */
  one: string;
  /** INSEE codes of what is drawn. */
  departments: readonly string[];
  clusters: readonly Cluster[];
  /** The frame is that of the clusters rather than of the départements. */
  close: boolean;
}>) {
  const drawing = placeClusters(departments, clusters, { close });
  return (
    <figure class="cluster-map">
      <figcaption>{title}</figcaption>
      <svg class="drawing" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-labelledby="carte-titre">
        <title id="carte-titre">{title}</title>
        <g transform={drawing.moved}>
          {drawing.outlines.map((path) => (
            <path class="cluster-land" d={path} />
          ))}
        </g>
        {drawing.clusters.map(({ label, value, href, x, y, radius, named }) => (
          <a class="cluster" href={href}>
            <title>{`${label} : ${plural(value, one)}`}</title>
            <circle cx={x} cy={y} r={radius} />
            <text class="cluster-count" x={x} y={y + 4}>
              {formatNumber(value)}
            </text>
            {named ? (
              <text class="cluster-name" x={x} y={y + radius + 12}>
                {label}
              </text>
            ) : null}
          </a>
        ))}
      </svg>
      <div class="cluster-list">{children}</div>
      <p class="map-credit">{mapCredit}</p>
    </figure>
  );
}
