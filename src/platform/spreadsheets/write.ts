import { Readable } from "node:stream";
import { dayInParis } from "#platform/dates.ts";
import type { Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import type { ExportColumn } from "./cells.ts";
import { writeCsv } from "./write-csv.ts";
import { writeJson } from "./write-json.ts";
import { writeXlsx } from "./write-xlsx.ts";

export type { Cell, ExportColumn } from "./cells.ts";

/** The formats in which any list can be taken away. */
export const exportFormats = ["csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;

const writers = { csv: writeCsv, xlsx: writeXlsx, json: writeJson } as const;

/** The addresses of a list's exports, to be given to `.on("GET", exportPaths("/annuaire"), …)`. */
export const exportPaths = (path: string) => exportFormats.map((format) => `${path}.${format}`);

/** The format that the address ends with: `/acteurs.csv` gives `csv`. Another ending is not found. */
export function formatOf(c: Request): ExportFormat {
  const ending = c.req.path.slice(c.req.path.lastIndexOf(".") + 1);
  return found(exportFormats.find((format) => format === ending));
}

/**
 * Answers a list as a file to take away, written while its rows are read: memory stays the same whatever their number.
 * CSV is what a French Excel opens (`;`, UTF-8 with BOM, CRLF, decimal comma); in CSV and XLSX no text can start a
 * formula. The file is called `<name>-<day>.<format>`. `rows` comes from `inPages` for a list of the database.
 */
export function exportList<Row>(
  c: Request,
  list: {
    /** Plain words; what is not a letter or a figure becomes a hyphen: `Adhérents 2021` gives `adherents-2021`. */
    name: string;
    columns: readonly ExportColumn<Row>[];
    rows: AsyncIterable<Row> | Iterable<Row>;
    format: ExportFormat;
    now?: Date;
  },
): Response {
  const file = `${fileName(list.name)}-${dayInParis(list.now ?? new Date())}.${list.format}`;
  const body = Readable.from(writers[list.format](list), { objectMode: false });
  body.on("error", (error) => c.get("log").error({ err: error }, "export interrupted"));
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    "Content-Type": mediaTypes[list.format],
    "Content-Disposition": `attachment; filename="${file}"`,
    "Cache-Control": "no-store",
  });
}

function fileName(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "liste";
}
