import { readFile } from "node:fs/promises";
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSpreadsheet, type SheetRow } from "./read.ts";
import { UnreadableSpreadsheet } from "./refusals.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

async function readAll(file: Uint8Array, score?: (cells: readonly string[]) => number) {
  const opening = await openSpreadsheet(file, score);
  if (!opening.ok) throw new Error(opening.reason);
  const rows: SheetRow[] = [];
  for await (const row of opening.spreadsheet.rows()) rows.push(row);
  return { ...opening.spreadsheet, rows, cells: rows.map((row) => row.cells) };
}

const reasonOf = async (file: Uint8Array) => {
  const opening = await openSpreadsheet(file);
  return opening.ok ? "" : opening.reason;
};

const table = [
  ["Sujet", "Durée"],
  ["Réunion d’été", "1,5"],
  ["Forêt ; dune", "2"],
];

test("the same table reads the same whatever the delimiter and the encoding", async () => {
  for (const delimiter of [",", ";", "\t"]) {
    const text = table.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join("\r\n");
    const plain = text.replaceAll("’", "'");
    for (const file of [bytes(text), bytes(`\ufeff${text}`), latin1(plain), utf16(text)]) {
      const { headings, cells } = await readAll(file);
      expect(headings).toEqual(table[0]);
      expect(cells.map((row) => row.map((cell) => cell.replaceAll("'", "’")))).toEqual(table.slice(1));
    }
  }
});

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

test("the meetings of 2021 are read whole, with the quotation marks of their subjects", async () => {
  const { rows } = await readAll(await readFile("demo/lianes-2021/reunions-2021.csv"));
  expect(rows.length).toBe(381);
  expect(rows.filter((row) => row.cells[0]?.endsWith('""')).length).toBeGreaterThan(0);
});

test("title rows above the headings are passed over, and lines are numbered as in the spreadsheet", async () => {
  const file = bytes("Bilan 2021;;\n\nExtrait le 3 mai;;\nSujet;Date;Durée\nA;6/1/21;1\n;;\nB;7/1/21;2\n");
  const { headings, rows } = await readAll(file, (cells) => (cells.includes("Sujet") ? 1 : 0));
  expect(headings).toEqual(["Sujet", "Date", "Durée"]);
  expect(rows.map((row) => row.line)).toEqual([5, 7]);
});

for (const bookType of ["xlsx", "ods"] as const)
  test(`a workbook (${bookType}) gives dates, durations and numbers as people type them, formulas as text`, async () => {
    const sheet = utils.aoa_to_sheet([["Sujet", "Date", "Durée", "Nombre", "Calcul"], ["A"], ["B", "=1+1"]]);
    sheet["B2"] = { t: "n", v: 44202, z: "dd/mm/yyyy" };
    sheet["C2"] = { t: "n", v: 0.0625, z: "[h]:mm" };
    sheet["D2"] = { t: "n", v: 1.5 };
    sheet["E2"] = { t: "n", v: 3, f: "1+2" };
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), "Vide");
    utils.book_append_sheet(book, sheet, "Réunions");
    const { rows } = await readAll(new Uint8Array(write(book, { type: "buffer", bookType })));
    expect(rows).toEqual([
      { line: 2, cells: ["A", "2021-01-06", "1:30", "1,5", "3"], formulas: [4] },
      { line: 3, cells: ["B", "=1+1"], formulas: [1] },
    ]);
  });

test("what is not a spreadsheet is refused by what it holds, with a way out", async () => {
  expect(await reasonOf(bytes(""))).toMatch(/vide/);
  expect(await reasonOf(bytes(" \n\n"))).toMatch(/vide/);
  expect(await reasonOf(bytes("%PDF-1.7 …"))).toMatch(/PDF.*CSV, XLSX ou ODS/);
  expect(await reasonOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]))).toMatch(/image/);
  expect(await reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toMatch(/ancien format/);
  expect(await reasonOf(new Uint8Array([1, 2, 3, 0, 4]))).toMatch(/tableur reconnu/);
  expect(await reasonOf(bytes("PK\u0003\u0004 rien"))).toMatch(/abîmé/);
  expect(await reasonOf(bytes("<!doctype html><table>"))).toMatch(/page web/);
  expect(await reasonOf(bytes("un texte sans colonnes"))).toMatch(/en-têtes/);
});

test("fifty columns are taken, two hundred and one are refused", async () => {
  const wide = (count: number) =>
    bytes(`${Array.from({ length: count }, (_, index) => `c${index}`).join(";")}\n1;2;3\n`);
  expect((await readAll(wide(50))).headings.length).toBe(50);
  expect(await reasonOf(wide(201))).toMatch(/200 colonnes/);
});

test("a quotation mark never closed is said instead of swallowing the file", async () => {
  const file = (before: number) =>
    bytes(`Sujet,Date\n${"a,1\n".repeat(before)}"ouvert,2\n${"b,3\n".repeat(20)}`);
  expect(await reasonOf(file(2))).toMatch(/guillemet/);
  await expect(readAll(file(50_000))).rejects.toThrow(UnreadableSpreadsheet);
});

test("a workbook that would swell beyond measure is refused before it is opened", async () => {
  const sheet = utils.aoa_to_sheet([
    ["a", "b"],
    ["x".repeat(30_000), "y"],
  ]);
  const book = { SheetNames: ["F"], Sheets: { F: sheet } };
  const file = new Uint8Array(write(book, { type: "buffer", bookType: "xlsx", compression: true }));
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 400_000_000, true);
  expect(await reasonOf(file)).toMatch(/trop lourd/);
});

test("what our exports made harmless comes back as it was", async () => {
  const { rows } = await readAll(bytes("Sujet;Durée\n'=B();'-1,5\n'-1;’tis\n"));
  expect(rows).toEqual([
    { line: 2, cells: ["=B()", "-1,5"], formulas: [0] },
    { line: 3, cells: ["-1", "’tis"] },
  ]);
});

const cell = fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => /^[^\p{C}=+@'-]*$/u.test(text));
const line = fc.tuple(
  cell.filter((text) => text.trim() !== ""),
  cell,
  cell,
);

test("whatever is written in a CSV, with any delimiter, is read back cell for cell", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(",", ";", "\t"),
      async (rows, delimiter) => {
        const quotedCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const file = [["Un", "Deux", "Trois"], ...rows].map((row) => row.map(quotedCell).join(delimiter));
        const { cells } = await readAll(bytes(file.join("\r\n")), (row) => (row[0] === "Un" ? 1 : 0));
        expect(cells).toEqual(rows.map((row) => row.map((text) => text.trim())));
      },
    ),
    { numRuns: 200 },
  );
});
