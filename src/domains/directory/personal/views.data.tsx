import { formatDay, formatInstant } from "#ui/format.ts";
import type { PersonalData } from "./export.ts";

/** A value as one reads it; in the files for machines, days and instants stay as they are kept. */
function wordOf(value: string | number | boolean | null): string {
  if (typeof value === "boolean") return value ? "oui" : "non";
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) ? formatInstant(new Date(text)) : text;
}

/** All that is kept of someone, rubric by rubric, as one reads it. */
export function DataSections({ data }: { data: PersonalData }) {
  return (
    <div class="kept-data">
      {data.sections.map(({ part, title, rows }) => (
        <section>
          <h2>
            {title} <small>({part})</small>
          </h2>
          {rows.map((row) => (
            <dl class="facts">
              {Object.entries(row)
                .filter(([, value]) => value !== null && value !== "")
                .map(([field, value]) => (
                  <div>
                    <dt>{field}</dt>
                    <dd>{wordOf(value)}</dd>
                  </div>
                ))}
            </dl>
          ))}
        </section>
      ))}
    </div>
  );
}
