import { compile } from "#platform/pdf/compile.ts";
import type { Report } from "../report.ts";
import { type PrintLink, printedContent } from "./content.ts";
import template from "./report.typ?raw";

const printed = new Map<string, Uint8Array>();
const kept = 20;

/**
 * The report as a tagged PDF/UA-1, about a second of work; `edition` is the line at the foot of the cover. `key` names
 * what never changes (a frozen edition): printed once, then given again.
 */
export function printReport(
  report: Report,
  { edition, link, key }: { edition: string; link: PrintLink; key?: string },
): Uint8Array {
  const known = key === undefined ? undefined : printed.get(key);
  if (known) return known;
  const pdf = compile(template, printedContent(report, edition, link));
  if (key !== undefined) {
    if (printed.size >= kept) printed.clear();
    printed.set(key, pdf);
  }
  return pdf;
}
