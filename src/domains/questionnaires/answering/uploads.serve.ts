import { Readable } from "node:stream";
import type { Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { listFiles } from "./uploads.ts";

/** A file of this answer, taken away and never opened in the page: its bytes are not ours. 404 for any other. */
export async function giveFile(c: Request, answerId: number, id: string): Promise<Response> {
  const known = await listFiles(c.get("db"), answerId);
  const wanted = found(known.find((one) => one.id === id));
  const { file, body } = await c.get("files").open(c.get("db"), wanted.id);
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    "Content-Type": file.mediaType,
    "Content-Length": String(file.sizeBytes),
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
}
