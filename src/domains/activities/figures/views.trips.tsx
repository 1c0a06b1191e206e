import { Chart, type ChartLine } from "#ui/chart.tsx";
import { formatMonth, plural } from "#ui/format.ts";
import { PlacesMap } from "#ui/map.tsx";
import type { PartProps } from "./views.part.ts";

/** The trips of a year, month by month, and where they led. */
export function Trips({ figures: { trips, departments, year, months }, list }: PartProps) {
  if (trips.length === 0) return null;
  const away = trips.filter(({ longitude }) => longitude === null).length;
  return (
    <section>
      <h2>Déplacements</h2>
      <p class="soft">
        Un déplacement est une réunion dont un lieu au moins est hors des communes des bureaux.
        {away > 0
          ? ` ${plural(away, "lieu", "lieux")} sans commune connue n’est pas sur la carte, mais dans la liste.`
          : ""}
      </p>
      <Chart
        title={`Déplacements de ${year} par mois`}
        unit="déplacements"
        kind="months"
        name="deplacements-mois"
        lines={Array.from({ length: 12 }, (_, index): ChartLine => {
          const count = months.find(({ value }) => Number(value) === index + 1)?.trips ?? 0;
          const href = list({ cadre: "deplacement", mois: index + 1 });
          return { label: formatMonth(index + 1), value: count, ...(count > 0 ? { href } : {}) };
        })}
      />
      <PlacesMap
        title={`Où l’équipe s’est déplacée en ${year}`}
        unit="déplacements"
        name="deplacements"
        departments={departments}
        points={trips.flatMap(({ label, longitude, latitude, meetings }) =>
          longitude !== null && latitude !== null ? [{ label, value: meetings, longitude, latitude }] : [],
        )}
        lines={trips.map(({ key, label, meetings }) => ({
          label,
          value: meetings,
          href: list({ cadre: "deplacement", lieu: key }),
        }))}
      />
    </section>
  );
}
