import type { PersonalData } from "./export.ts";

const wordOf = (value: string | number | boolean | null) =>
  typeof value === "boolean" ? (value ? "oui" : "non") : String(value);

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
