import { existsSync, readFileSync } from "node:fs";

interface Built {
  file: string;
  assets?: string[];
}

/** The built files of the browser, by their source: names with a hash, so that they may be kept for ever. */
const manifest = "dist/public/manifest.json";
let built: Record<string, Built> | undefined;

function read(): Record<string, Built> {
  built ??= existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as Record<string, Built>) : {};
  return built;
}

/** The address of a built file; its plain source name when nothing is built, as in the unit tests. */
export function asset(source: string): string {
  return `/${read()[source]?.file ?? source}`;
}

/** The addresses of the typefaces, to be fetched with the style sheet rather than after it. */
export function typefaces(): string[] {
  const files = read()["src/ui/styles/site.css"]?.assets ?? [];
  return files.filter((file) => file.endsWith(".woff2")).map((file) => `/${file}`);
}
