import { PlacesMap } from "#ui/map.tsx";
import { WorldMap } from "#ui/world-map.tsx";
import type { PublicProject } from "./rules.public.ts";
import { pointsOf } from "./views.map.tsx";

/** Where it takes place: the region when a commune is known, the world when a country is. */
export function Where({ project, departments }: { project: PublicProject; departments: readonly string[] }) {
  const here = project.places.filter(({ side, commune_code }) => side === "here" && commune_code !== null);
  const there = project.places.filter(({ side }) => side === "there");
  const bare = project.countries.filter(
    ({ code }) => !there.some(({ country_code }) => country_code === code),
  );
  const away = [
    ...there.map((place) => ({
      ...place,
      numeric_code: project.countries.find(({ code }) => code === place.country_code)?.numeric_code ?? null,
    })),
    ...bare.map(({ name, numeric_code }) => ({
      label: name,
      country: name,
      longitude: null,
      latitude: null,
      numeric_code,
    })),
  ];
  const line = (label: string) => ({ label, value: 1 });
  return (
    <div class="project-maps">
      {here.length > 0 ? (
        <PlacesMap
          title="Ici"
          unit="lieu"
          name="ici"
          departments={departments}
          points={pointsOf(here.map((place) => ({ ...place, count: 1, numeric_code: null })))}
          lines={here.map(({ label }) => line(label))}
        />
      ) : null}
      {away.length > 0 ? (
        <WorldMap
          title="Dans le monde"
          unit="lieu"
          name="monde"
          points={pointsOf(away.map((place) => ({ ...place, count: 1 })))}
          shaded={project.countries.map(({ numeric_code }) => numeric_code)}
          lines={away.map(({ label, country }) =>
            line(country && country !== label ? `${label}, ${country}` : label),
          )}
        />
      ) : null}
    </div>
  );
}
