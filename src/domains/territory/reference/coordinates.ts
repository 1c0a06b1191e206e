import type { Commune } from "./source.ts";

interface Point {
  longitude: number;
  latitude: number;
}
type Source = "geonames" | "approximate";

/** Every point of `data/coordinates.json` (made by `scripts/coordinates.js`): GeoNames, CC BY 4.0, degrees WGS 84. */
async function readPoints(): Promise<Map<string, Point>> {
  const { default: data } = await import("../data/coordinates.json", { with: { type: "json" } });
  return new Map(
    Object.values(data.points)
      .flatMap((department) => department.split(";"))
      .map((point) => {
        const [code = "", longitude, latitude] = point.split(" ");
        return [code, { longitude: Number(longitude), latitude: Number(latitude) }];
      }),
  );
}

/**
 * Finds where a commune is: its own point, else the mean of those of its grouping, else of its département, which are
 * `approximate`. A territory overseas without any point has none.
 */
export async function openMap(communes: readonly Commune[], epciOf: ReadonlyMap<string, string>) {
  const points = await readPoints();
  const around = new Map<string, { sum: Point; count: number }>();
  const groups = (commune: Commune) =>
    [epciOf.get(commune.code), commune.departement].filter((one) => one !== undefined);
  for (const commune of communes) {
    const point = points.get(commune.code);
    if (!point) continue;
    for (const group of groups(commune)) {
      const { sum, count } = around.get(group) ?? { sum: { longitude: 0, latitude: 0 }, count: 0 };
      const { longitude, latitude } = sum;
      around.set(group, {
        sum: { longitude: longitude + point.longitude, latitude: latitude + point.latitude },
        count: count + 1,
      });
    }
  }
  return (commune: Commune): (Point & { coordinates_source: Source }) | undefined => {
    const own = points.get(commune.code);
    if (own) return { ...own, coordinates_source: "geonames" };
    for (const group of groups(commune)) {
      const mean = around.get(group);
      if (mean)
        return {
          longitude: mean.sum.longitude / mean.count,
          latitude: mean.sum.latitude / mean.count,
          coordinates_source: "approximate",
        };
    }
    return undefined;
  };
}
