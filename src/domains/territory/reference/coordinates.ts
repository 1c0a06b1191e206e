import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** Every point of `data/coordinates.json` (made by `scripts/coordinates.js`): GeoNames, CC BY 4.0, degrees WGS 84. */
export async function readCoordinates() {
  const { points } = await import("../data/coordinates.json", { with: { type: "json" } });
  return Object.values(points).flatMap((department) =>
    department.split(";").map((point) => {
      const [code = "", longitude, latitude] = point.split(" ");
      return { code, longitude: Number(longitude), latitude: Number(latitude) };
    }),
  );
}

/** Puts the communes on the map; one without a point gets the mean of its grouping's, else of its département's. */
export async function placeCommunes(db: Db): Promise<void> {
  const points = JSON.stringify(await readCoordinates());
  await sql`update territory.communes commune
    set longitude = point.longitude, latitude = point.latitude, coordinates_source = 'geonames'
    from jsonb_to_recordset(${points}::jsonb) as point (code text, longitude float, latitude float)
    where point.code = commune.code`.execute(db);
  for (const grouping of ["epci_code", "department_code"])
    await sql`update territory.communes commune
      set longitude = mean.longitude, latitude = mean.latitude, coordinates_source = 'approximate'
      from (select ${sql.ref(grouping)} as code, avg(longitude) as longitude, avg(latitude) as latitude
            from territory.communes where coordinates_source = 'geonames' group by 1) mean
      where commune.longitude is null and commune.${sql.ref(grouping)} = mean.code`.execute(db);
}
