import { directory } from "#paths/directory.ts";
import { slugOf } from "../rules.ts";
import type { ExportedOrganisation } from "./select.ts";

/**
 * The organisations as GeoJSON (RFC 7946), a feature each. The point is that of the commune, never of an address, and the
 * feature says so; one whose commune is not known has no geometry.
 */
export async function* writeGeoJson(
  organisations: AsyncIterable<ExportedOrganisation>,
  baseUrl: string,
): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[\n';
  for await (const { longitude, latitude, ...row } of organisations) {
    const located = longitude !== null && latitude !== null;
    const feature = {
      type: "Feature",
      id: row.id,
      geometry: located ? { type: "Point", coordinates: [longitude, latitude] } : null,
      properties: {
        name: row.name,
        acronym: row.acronym || undefined,
        actor_type: row.actor_type,
        family: row.family,
        commune: row.commune,
        department: row.department,
        department_code: row.department_code,
        website: row.website || undefined,
        precision: located ? "commune" : undefined,
        url: baseUrl + directory.publicCard(row.id, slugOf(row.name)),
      },
    };
    yield before + JSON.stringify(feature);
    before = ",\n";
  }
  yield before.startsWith("{") ? `${before}]}\n` : "\n]}\n";
}
