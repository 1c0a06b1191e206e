const starts = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");

const office = "application/vnd.openxmlformats-officedocument";

/**
 * What the bytes are, by their first ones; `said` and the name only tell apart two kinds of text.
 * Anything that a browser would run (HTML, SVG, scripts) comes out as plain text, anything unknown as plain bytes.
 */
export function sniff(bytes: Uint8Array, said: string, name: string): string {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return "image/png";
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return "image/gif";
  if (ascii(bytes, 0, 5) === "%PDF-") return "application/pdf";
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "application/vnd.ms-excel"; // or another old Office file
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return zipped(bytes);
  if (!isText(bytes)) return "application/octet-stream";
  return /\.(csv|tsv)$/i.test(name) || /csv|tab-separated/.test(said) ? "text/csv" : "text/plain";
}

/** OpenDocument says its type in its first entry (its part 3, § 3.3); Office Open XML has its parts in a folder each. */
function zipped(bytes: Uint8Array): string {
  if (ascii(bytes, 30, 38) === "mimetype") {
    const type = /^application\/vnd\.oasis\.opendocument\.[a-z-]+/.exec(ascii(bytes, 38, 120))?.[0];
    if (type) return type;
  }
  const names = Buffer.from(bytes).toString("latin1");
  if (names.includes("xl/workbook.xml")) return `${office}.spreadsheetml.sheet`;
  if (names.includes("word/document.xml")) return `${office}.wordprocessingml.document`;
  return "application/zip";
}

/** No byte that text does not have, in UTF-8 or Windows-1252; UTF-16 with its mark is text too. */
function isText(bytes: Uint8Array): boolean {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return true;
  return !bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
