import { existsSync, readFileSync } from "node:fs";

/** The built files of the browser, by their source: names with a hash, so that they may be kept for ever. */
const manifest = "dist/public/manifest.json";
let built: Record<string, { file: string }> | undefined;

/** The address of a built file; its plain source name when nothing is built, as in the unit tests. */
export function asset(source: string): string {
  built ??= existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, "utf8")) as Record<string, { file: string }>)
    : {};
  return `/${built[source]?.file ?? source}`;
}
