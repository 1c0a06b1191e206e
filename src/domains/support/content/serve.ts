import { Readable } from "node:stream";
import type { Request } from "#platform/web/env.ts";

/** Sends a document to be kept, never opened in the site: what it holds cannot act here. */
export async function serveDocument(c: Request, fileId: string): Promise<Response> {
  const { file, body } = await c.get("files").open(c.get("db"), fileId);
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    "Content-Type": file.mediaType,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  });
}
