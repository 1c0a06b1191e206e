import type { Refusal } from "./refusals.ts";
import { inflate, listEntries } from "./zip.ts";

export type Content = { format: "csv" | "xlsx" | "ods" } | { refusal: Refusal };

const starts = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** What a file is, judged by its bytes and never by its name. */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { refusal: "empty" };
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return { refusal: "pdf" };
  if (isImage(bytes)) return { refusal: "image" };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { refusal: "oldOffice" };
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return { refusal: "document" };
  if (starts(bytes, 0x50, 0x4b)) return insideZip(bytes);
  if (
    starts(bytes, 0x1f, 0x8b) ||
    starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    starts(bytes, 0x52, 0x61, 0x72, 0x21)
  )
    return { refusal: "archive" };
  return insideText(bytes);
}

function isImage(bytes: Uint8Array) {
  return (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
    (starts(bytes, 0x52, 0x49, 0x46, 0x46) &&
      Buffer.from(bytes.subarray(8, 12)).toString("latin1") === "WEBP")
  );
}

function insideZip(bytes: Uint8Array): Content {
  const entries = listEntries(bytes);
  if (!entries) return { refusal: "damaged" };
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has("xl/workbook.xml")) return { format: "xlsx" };
  if (names.has("word/document.xml")) return { refusal: "document" };
  if (!names.has("content.xml")) return { refusal: "archive" };
  const kind = entries.find((entry) => entry.name === "mimetype");
  const said = kind ? Buffer.from(inflate(bytes, kind, 200) ?? []).toString("latin1") : "";
  return !kind || said.includes("opendocument.spreadsheet") ? { format: "ods" } : { refusal: "document" };
}

/** Text has no control characters but tabs and ends of lines; UTF-16, which Excel also writes, has its mark in front. */
function insideText(bytes: Uint8Array): Content {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return { format: "csv" };
  const head = bytes.subarray(0, 65_536);
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return { refusal: "binary" };
  const text = Buffer.from(head).toString("latin1").replace(/^ï»¿/, "").trimStart();
  if (text === "" && bytes.length <= head.length) return { refusal: "empty" };
  return /^<(!doctype|html|\?xml|svg)/i.test(text) ? { refusal: "markup" } : { format: "csv" };
}
