import { slugOf } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { site } from "#paths/site.ts";
import { countryCentre } from "#ui/world-map-svg.ts";
import type { PlaceLine } from "./queries.public.ts";
import type { PublicProject } from "./rules.public.ts";

/** The card as machines read it (schema.org, `Project`). Funders by their names, never by amounts. */
export function linkedDataOf(project: PublicProject, baseUrl: string): object {
  const url = baseUrl + projects.publicCard(project.id, slugOf(project.title));
  const organisation = ({ name, organisation_id }: PublicProject["participants"][number]) => ({
    "@type": "Organization",
    name,
    url: organisation_id ? baseUrl + directory.publicCard(organisation_id, slugOf(name)) : undefined,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Project",
    "@id": url,
    url,
    name: project.title,
    description: project.summary || project.description || undefined,
    sameAs: project.website || undefined,
    foundingDate: project.starts_on ?? undefined,
    dissolutionDate: project.ends_on ?? undefined,
    member: project.participants.map(organisation),
    funder: project.funders.map((name) => ({ "@type": "Organization", name })),
    location: [
      ...project.places.map(({ label, country, longitude, latitude }) => ({
        "@type": "Place",
        name: label,
        address: { "@type": "PostalAddress", addressCountry: country ?? "France" },
        geo: longitude === null ? undefined : { "@type": "GeoCoordinates", longitude, latitude },
      })),
      ...project.countries.map(({ name }) => ({ "@type": "Country", name })),
    ],
    knowsAbout: project.goals.map(({ code, label }) => ({
      "@type": "DefinedTerm",
      termCode: code,
      name: label,
      inDefinedTermSet: "https://sdgs.un.org/goals",
    })),
    image: project.pictures.map(({ file_id }) => baseUrl + site.picture(file_id)),
    keywords: project.sectors.map(({ label }) => label).join(", ") || undefined,
  };
}

/** Places as GeoJSON (RFC 7946), a point a place; what is only known by its country stands in its middle, and says so. */
export async function* writeGeoJson(
  places: AsyncIterable<PlaceLine>,
  baseUrl: string,
): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[\n';
  for await (const place of places) {
    const centre = place.longitude === null ? countryCentre(place.numeric_code ?? "") : undefined;
    const longitude = place.longitude ?? centre?.longitude;
    const latitude = place.latitude ?? centre?.latitude;
    if (longitude === undefined || latitude === undefined) continue;
    const feature = {
      type: "Feature",
      geometry: {
        type: "Point",
        coordinates: [longitude, latitude].map((degree) => Math.round(degree * 1e5) / 1e5),
      },
      properties: {
        project: place.title,
        place: place.label,
        country: place.country,
        side: place.side,
        precision: centre ? "country" : "place",
        stage: place.stage,
        goals: place.goals,
        url: baseUrl + projects.publicCard(place.project_id, slugOf(place.title)),
      },
    };
    yield before + JSON.stringify(feature);
    before = ",\n";
  }
  yield before.startsWith("{") ? `${before}]}\n` : "\n]}\n";
}
