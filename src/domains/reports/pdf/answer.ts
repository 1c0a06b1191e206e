import { isOpen } from "#domains/observatory/index.ts";
import { reports } from "#paths/reports.ts";
import type { Request } from "#platform/web/env.ts";
import { formatDay } from "#ui/format.ts";
import type { Edition } from "../queries.ts";
import type { Report } from "../report.ts";
import { printReport } from "./index.ts";

const file = (c: Request, pdf: Uint8Array, name: string, headers: Record<string, string>) =>
  c.body(Uint8Array.from(pdf), 200, {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${name}.pdf"`,
    ...headers,
  });

/** An edition on paper: never changes, so a reader who has it keeps it. Its figures open on their frozen rows. */
export function answerEdition(c: Request, { report, year, number, published_at }: Edition): Response {
  const tag = `"bilan-${year}-${number}"`;
  const headers = { ETag: tag, "Cache-Control": "public, max-age=0, must-revalidate" };
  if (c.req.header("if-none-match") === tag) return c.body(null, 304, headers);
  const pdf = printReport(report, {
    edition: `Édition ${number}, publiée le ${formatDay(published_at.toISOString().slice(0, 10))}`,
    link: ({ id, rows }) =>
      isOpen(rows) ? c.get("config").baseUrl + reports.publishedRows(year, id, undefined, number) : undefined,
    key: `${c.get("config").baseUrl} ${year} ${number} ${published_at.toISOString()}`,
  });
  return file(c, pdf, `bilan-${year}`, headers);
}

/** The draft on paper, as the records stand. */
export function answerDraft(c: Request, report: Report): Response {
  const edition = `Brouillon du ${formatDay(report.computed_at.slice(0, 10))}`;
  const pdf = printReport(report, { edition, link: () => undefined });
  return file(c, pdf, `bilan-${report.year}-brouillon`, { "Cache-Control": "no-store" });
}
