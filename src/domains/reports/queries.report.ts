import { findSettings } from "#domains/network/index.ts";
import {
  comparedTo,
  computeYears,
  type Indicator,
  indicators,
  type Line,
  type YearFigures,
} from "#domains/observatory/index.ts";
import type { Db } from "#platform/db/index.ts";
import { listPassages } from "./queries.ts";
import type { Report, ReportFigure } from "./report.ts";

/**
 * The report of a year as the records stand now: figures of this year and of the one before, staff's words, the map.
 * `whole` adds the annexes and the rows that each figure counts, read in the same statement as the figures.
 */
export async function computeReport(
  db: Db,
  year: number,
  now: Date,
  options: { whole?: boolean } = {},
): Promise<Report> {
  const [current, before] = await computeYears(db, [year, year - 1], { withRows: options.whole });
  const { name, short_name, tagline, brand_colour, accent_colour, region_code } = await findSettings(db);
  const figures = Object.fromEntries(
    indicators.map((indicator) => [indicator.id, tell(indicator, current, before)]),
  );
  return {
    year,
    network: { name, short_name, tagline, brand_colour, accent_colour },
    computed_at: now.toISOString(),
    compared: Object.values(figures).some((figure) => figure.previous !== undefined),
    order: indicators.map(({ id }) => id),
    figures,
    texts: await listPassages(db, year),
    map: await placesOf(db, region_code, figures["meetings.by_place"]),
    rows: current?.rows,
  };
}

function tell(indicator: Indicator, current?: YearFigures, before?: YearFigures): ReportFigure {
  const { id, label, unit, definition, rule_version, rows } = indicator;
  const { value = 0, ids } = current?.values[id] ?? {};
  const told = { id, label, unit, definition, rule_version, rows, value, ids };
  const previous = comparedTo(before, indicator);
  if (previous === undefined) return told;
  return { ...told, previous: typeof previous === "number" ? previous : byKey(previous) };
}

const byKey = (lines: readonly Line[]) => Object.fromEntries(lines.map(({ key, value }) => [key, value]));

async function placesOf(
  db: Db,
  regionCode: string,
  byPlace: ReportFigure | undefined,
): Promise<Report["map"]> {
  const lines = Array.isArray(byPlace?.value) ? byPlace.value : [];
  const departments = await db
    .selectFrom("territory.shared_departments")
    .select("code")
    .where("region_code", "=", regionCode)
    .orderBy("code")
    .execute();
  const communes =
    lines.length === 0
      ? []
      : await db
          .selectFrom("territory.shared_communes")
          .select(["code", "longitude", "latitude"])
          .where(
            "code",
            "in",
            lines.map(({ key }) => key),
          )
          .execute();
  const points = lines.flatMap(({ key, label, value }) => {
    const commune = communes.find(({ code }) => code === key);
    return commune?.longitude && commune.latitude
      ? [{ key, label, value, longitude: commune.longitude, latitude: commune.latitude }]
      : [];
  });
  return { departments: departments.flatMap(({ code }) => code ?? []), points };
}
