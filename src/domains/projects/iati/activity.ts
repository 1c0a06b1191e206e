import { slugOf } from "#domains/directory/index.ts";
import { projects } from "#paths/projects.ts";
import type { Day } from "#platform/dates.ts";
import type { Precision } from "../rules.dates.ts";
import { wordPeriod } from "../texts.ts";
import { dateTypes, networkType, percentages, statuses } from "./codes.ts";
import { participating, type Reporter } from "./organisations.ts";
import type { ActivityRow } from "./queries.ts";
import type { TermCodes } from "./terms.ts";
import { legible, tag } from "./xml.ts";

interface Facts {
  reporter: Reporter;
  codes: TermCodes;
  today: Day;
  baseUrl: string;
}

/**
 * A public project as an `iati-activity` (IATI 2.03), its elements in the order of the schema. The row is one that
 * nothing hinders: it has a start, a country, a sector with its code, someone who takes part. Amounts are public by their
 * range only: no budget is written. No person is.
 */
export function activity(row: ActivityRow, { reporter, codes, today, baseUrl }: Facts) {
  const title = clean(row.title) || `Projet ${row.id}`;
  const purposes = codes.purposesOf(row.sector_ids);
  return tag(
    "iati-activity",
    {
      "xml:lang": "fr",
      "default-currency": "EUR",
      "last-updated-datetime": row.updated_at,
      humanitarian: purposes.some((code) => code.startsWith("7")) ? 1 : 0,
    },
    tag("iati-identifier", {}, `${reporter.ref}-${row.id}`),
    tag(
      "reporting-org",
      // Of the projects of others, the network only repeats what they said.
      { ref: reporter.ref, type: networkType, "secondary-reporter": row.origin === "own" ? 1 : 0 },
      narrative(reporter.name),
    ),
    tag("title", {}, narrative(title)),
    tag("description", { type: 1 }, narrative(presentation(row) || title)),
    clean(row.beneficiaries) ? tag("description", { type: 3 }, narrative(row.beneficiaries)) : undefined,
    participating(row, reporter).map(({ attributes, name }) =>
      tag("participating-org", attributes, narrative(name)),
    ),
    tag("activity-status", { code: statuses[row.stage] }),
    dates(row, today),
    shared(row.countries).map(([code, percentage]) => tag("recipient-country", { code, percentage })),
    row.places.map((place) =>
      tag(
        "location",
        {},
        clean(place.label) ? tag("name", {}, narrative(place.label)) : undefined,
        tag(
          "point",
          { srsName: "http://www.opengis.net/def/crs/EPSG/0/4326" },
          tag("pos", {}, `${degrees(place.latitude)} ${degrees(place.longitude)}`),
        ),
        tag("exactness", { code: 2 }),
      ),
    ),
    shared(purposes).map(([code, percentage]) => tag("sector", { vocabulary: 1, code, percentage })),
    codes.goalsOf(row.goal_ids).map((code) => tag("tag", { vocabulary: 2, code })),
    codes
      .markersOf(row.markers)
      .map(([code, significance]) => tag("policy-marker", { vocabulary: 1, code, significance })),
    tag(
      "document-link",
      { format: "text/html", url: baseUrl + projects.publicCard(row.id, slugOf(row.title)) },
      tag("title", {}, narrative(title)),
      tag("category", { code: "A12" }),
      tag("language", { code: "fr" }),
    ),
  );
}

const clean = (text: string) => legible(text).trim();
const narrative = (text: string) => tag("narrative", {}, clean(text));
const presentation = ({ summary, description }: ActivityRow) =>
  [clean(summary), clean(description)].filter(Boolean).join("\n\n");
const degrees = (value: number) => value.toFixed(5);

/** Each code with its share: none for a single one. */
const shared = (codes: readonly string[]) => {
  const parts = percentages(codes.length);
  return codes.map((code, place) => [code, parts[place]] as const);
};

/** A vague date is written on its first or its last day, and says in words how far it is known. */
function dates(row: ActivityRow, today: Day) {
  const types = dateTypes(row.stage, row.starts_on, row.ends_on, today);
  const date = (type: string, on: Day, precision: Precision | null) =>
    tag(
      "activity-date",
      { type, "iso-date": on },
      precision === "day" ? undefined : narrative(wordPeriod(on, precision)),
    );
  return [
    date(types.start, row.starts_on, row.starts_precision),
    row.ends_on ? date(types.end, row.ends_on, row.ends_precision) : undefined,
  ];
}
