import { announcementOf, listNextDates } from "#domains/agenda/index.ts";
import { type ListingModel, listOrganisations, organisationQuestion } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { type Computed, computeYear, findIndicator, listYears } from "#domains/observatory/index.ts";
import { listEditions } from "#domains/reports/index.ts";
import { listRegions } from "#domains/territory/index.ts";
import { directory } from "#paths/directory.ts";
import { observatory } from "#paths/observatory.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { formatNumber } from "#ui/format.ts";
import type { Home } from "./home.tsx";

/** The figures on the cover, in their order, each with the words it takes there: for one, for several. */
const chosen = [
  ["organisations.count", "acteur connu", "acteurs connus"],
  ["members.count", "adhérent", "adhérents"],
  ["meetings.count", "réunion tenue", "réunions tenues"],
  ["meetings.participants", "participation", "participations"],
  ["trainings.count", "formation", "formations"],
  ["trainings.people", "personne formée", "personnes formées"],
] as const;

/** What the home page shows, read through the rooms' front doors: the year last reported, else the last one known. */
export async function readHome(db: Db, now: Date, model: ListingModel | undefined): Promise<Home> {
  const [settings, regions, years, editions, next, actors] = await Promise.all([
    findSettings(db),
    listRegions(db),
    listYears(db),
    listEditions(db),
    listNextDates(db, dayInParis(now), 4),
    listOrganisations(db, "public", organisationQuestion.parse({}), undefined, { model }),
  ]);
  const report = editions[0];
  const year = report?.year ?? years[0];
  const values = year === undefined ? {} : await readFigures(db, year);
  return {
    settings,
    region: regions.find(({ code }) => code === settings.region_code)?.name,
    year,
    figures: year === undefined ? [] : figuresOf(values, year),
    departments: departmentsOf(actors.counts.facets.departement),
    dates: next.map(announcementOf),
    report: report ? { year: report.year } : undefined,
  };
}

async function readFigures(db: Db, year: number) {
  const only = chosen
    .map(([id]) => id)
    .map(findIndicator)
    .filter((one) => one !== undefined);
  return (await computeYear(db, year, only)).values;
}

function figuresOf(values: Record<string, Computed>, year: number): Home["figures"] {
  return chosen.flatMap(([id, one, many]) => {
    const value = values[id]?.value;
    return typeof value === "number" && value > 0
      ? [{ value: formatNumber(value), label: value < 2 ? one : many, href: observatory.rows(id, year) }]
      : [];
  });
}

/** Where the public directory says that actors are, the most first; those it cannot place are left to the list. */
function departmentsOf(
  values: readonly { value: string; label: string; count: number }[],
): Home["departments"] {
  return values
    .filter(({ value }) => /^\d[\dab]\d?$/i.test(value))
    .sort((a, b) => b.count - a.count)
    .slice(0, 6)
    .map(({ value, label, count }) => ({
      label,
      count,
      href: `${directory.publicList()}?departement=${value}`,
    }));
}
