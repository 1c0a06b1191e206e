import { Readable } from "node:stream";
import type { Request } from "#platform/web/env.ts";

/** Sends a document to be kept, never opened in the site: what it holds cannot act here. */
export async function serveDocument(c: Request, fileId: string): Promise<Response> {
  const { file, body } = await c.get("files").open(c.get("db"), fileId);
  c.header("Content-Type", file.mediaType);
  c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  c.header("Content-Security-Policy", "sandbox; default-src 'none'");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Cache-Control", "private, no-store");
  return c.body(Readable.toWeb(body) as ReadableStream);
}
