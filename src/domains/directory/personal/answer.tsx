import { raw } from "hono/html";
import { dayInParis } from "#platform/dates.ts";
import { type ExportColumn, exportList } from "#platform/spreadsheets/write.ts";
import type { Request } from "#platform/web/env.ts";
import { type Cell, cellsOf, type PersonalData } from "./export.ts";
import { DataSections } from "./views.data.tsx";

export const dataFormats = ["json", "html", "csv"] as const;

const columns: readonly ExportColumn<Cell>[] = [
  { label: "Domaine", key: "part", value: (cell) => cell.part },
  { label: "Rubrique", key: "title", value: (cell) => cell.title },
  { label: "Ligne", key: "row", value: (cell) => cell.row },
  { label: "Champ", key: "field", value: (cell) => cell.field },
  { label: "Valeur", key: "value", value: (cell) => wordOf(cell.value) },
];

const wordOf = (value: Cell["value"]) => (typeof value === "boolean" ? (value ? "oui" : "non") : value);

/** All that is kept of someone, as a file: for a machine (JSON), to be read (HTML), for a spreadsheet (CSV). */
export function answerData(c: Request, data: PersonalData, now: Date) {
  const ending = c.req.path.slice(c.req.path.lastIndexOf(".") + 1);
  if (ending === "csv")
    return exportList(c, { name: "donnees personnelles", format: "csv", columns, rows: cellsOf(data), now });
  const headers = {
    "Content-Disposition": `attachment; filename="donnees-personnelles-${dayInParis(now)}.${ending}"`,
    "Cache-Control": "no-store",
  };
  if (ending === "json")
    return c.body(JSON.stringify({ exported_at: now.toISOString(), ...data }, null, 2), 200, {
      "Content-Type": "application/json; charset=utf-8",
      ...headers,
    });
  return c.body(String(<DataDocument data={data} day={dayInParis(now)} />), 200, {
    "Content-Type": "text/html; charset=utf-8",
    ...headers,
  });
}

const style = `body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #23291f; }
  dl { margin: 0 0 1rem; padding: .5rem 0; border-top: 1px solid #bbb; } dt { color: #5a6154; } dd { margin: 0 0 .3rem; overflow-wrap: anywhere; }`;

/** A page that stands alone, kept on one's own disk. */
function DataDocument({ data, day }: { data: PersonalData; day: string }) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <title>Données personnelles</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <h1>Données personnelles, au {day.split("-").reverse().join("/")}</h1>
          <DataSections data={data} />
        </body>
      </html>
    </>
  );
}
