import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { openLog } from "#platform/log.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { type Cell, type ExportFormat, exportList, exportPaths, formatOf } from "./write.ts";

interface Line {
  name: Cell;
  hours?: number;
  held_on?: string;
  at?: Date;
}

async function* each(lines: readonly Line[]) {
  for (const line of lines) yield line;
}

/** The file that a reader gets for these lines. */
async function taken(rows: AsyncIterable<Line>, format: ExportFormat) {
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set("log", openLog("silent"));
      await next();
    })
    .on("GET", exportPaths("/reunions"), (c) =>
      exportList(c, {
        name: "Réunions d’été",
        format: formatOf(c),
        now: new Date("2026-07-31T22:30:00Z"),
        rows,
        columns: [
          { label: "Nom", key: "name", value: (line) => line.name },
          { label: "Heures", key: "hours", value: (line) => line.hours },
          { label: "Date", key: "held_on", value: (line) => line.held_on, kind: "day" },
          { label: "Noté le", key: "at", value: (line) => line.at },
        ],
      }),
    );
  return app.request(`/reunions.${format}`);
}

const lines: Line[] = [
  { name: "Réunion ; à “Lille”\net à Amiens", hours: 1.5, held_on: "2021-01-06" },
  { name: "=HYPERLINK(1)", hours: -2, at: new Date("2021-07-01T10:00:00Z") },
];

test("a CSV opens in a French Excel: semicolons, BOM, CRLF, decimal comma, ISO dates", async () => {
  const response = await taken(each(lines), "csv");
  expect(response.headers.get("content-disposition")).toBe(
    'attachment; filename="reunions-d-ete-2026-08-01.csv"',
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
  expect(bytes.toString()).toContain("Nom;Heures;Date;Noté le\r\n");
  expect(parse(bytes, { bom: true, delimiter: ";", columns: true })).toEqual([
    { Nom: "Réunion ; à “Lille”\net à Amiens", Heures: "1,5", Date: "2021-01-06", "Noté le": "" },
    { Nom: "'=HYPERLINK(1)", Heures: "-2", Date: "", "Noté le": "2021-07-01T10:00:00.000Z" },
  ]);
});

test("a workbook holds true numbers and true dates, at Paris time", async () => {
  const response = await taken(each(lines), "xlsx");
  const book = read(Buffer.from(await response.arrayBuffer()), { cellDates: true, UTC: true });
  expect(book.SheetNames).toEqual(["Réunions d’été"]);
  const rows = utils.sheet_to_json(book.Sheets["Réunions d’été"] ?? {}, { UTC: true });
  expect(rows).toEqual([
    { Nom: "Réunion ; à “Lille”\net à Amiens", Heures: 1.5, Date: new Date("2021-01-06T00:00:00Z") },
    { Nom: "'=HYPERLINK(1)", Heures: -2, "Noté le": new Date("2021-07-01T12:00:00Z") },
  ]);
});

test("JSON gives each value as it is", async () => {
  expect(await (await taken(each(lines), "json")).json()).toMatchObject([
    { name: "Réunion ; à “Lille”\net à Amiens", hours: 1.5, held_on: "2021-01-06", at: null },
    { name: "=HYPERLINK(1)", hours: -2, held_on: null, at: "2021-07-01T10:00:00.000Z" },
  ]);
  expect(await (await taken(each([]), "json")).json()).toEqual([]);
});

test("whatever is typed, no exported text can start a formula", async () => {
  const dangerous = fc.tuple(
    fc.constantFrom("", " ", "\t", "\r", "\n", "\ufeff", "=", "+", "-", "@", "＝", '"', "'", ";"),
    fc.string({ unit: "binary" }),
  );
  const names = fc.array(
    dangerous.map(([start, rest]) => start + rest),
    { minLength: 1, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(names, async (names) => {
      const given = names.map((name) => ({ name }));
      const csv = parse(Buffer.from(await (await taken(each(given), "csv")).arrayBuffer()), {
        bom: true,
        delimiter: ";",
        from_line: 2,
        relax_column_count: true,
      });
      const sheet = read(Buffer.from(await (await taken(each(given), "xlsx")).arrayBuffer()));
      const cells = Object.values(sheet.Sheets[sheet.SheetNames[0] ?? ""] ?? {});
      expect(cells.filter((cell) => typeof cell === "object" && "f" in cell && cell.f)).toEqual([]);
      const texts = [...csv.map((row) => row[0] ?? ""), ...cells.map((cell) => String(cell?.v ?? ""))];
      for (const text of texts) expect(text).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      expect(csv.length).toBe(names.length);
    }),
    { numRuns: 60 },
  );
});

test("100 000 rows are written in constant memory", { timeout: 60_000 }, async () => {
  async function* many() {
    for (let row = 0; row < 100_000; row++)
      yield { name: `Organisation ${row}`, hours: row / 4, held_on: "2021-01-06" };
  }
  for (const format of ["csv", "xlsx", "json"] as const) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let [peak, size] = [before, 0];
    for await (const bytes of (await taken(many(), format)).body ?? []) {
      size += bytes.length;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect(size).toBeGreaterThan(1_000_000);
    expect((peak - before) / 1_000_000, `${format}: megabytes more`).toBeLessThan(150);
  }
});
