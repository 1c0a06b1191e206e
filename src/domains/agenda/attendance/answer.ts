import type { Request } from "#platform/web/env.ts";

/** A document, shown by the browser, kept by no cache. */
export const givePdf = (c: Request, pdf: Uint8Array, name: string) =>
  c.body(Uint8Array.from(pdf), 200, {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${name}.pdf"`,
    "Cache-Control": "no-store",
  });
