import { Readable } from "node:stream";
import { Hono } from "hono";
import { openPicture } from "#platform/files/pictures.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";

/** `/images/<number>.webp`: logos and photographs; the bytes under a number never change. */
export const pictureRoutes = new Hono<AppEnv>().get(
  "/images/:file{[0-9a-f-]{36}\\.webp}",
  may(anyone),
  async (c) => {
    const { file, body } = await openPicture(c.get("files"), c.get("db"), c.req.param("file").slice(0, 36));
    return c.body(Readable.toWeb(body) as ReadableStream, 200, {
      "Content-Type": "image/webp",
      "Content-Length": String(file.sizeBytes),
      "Content-Disposition": "inline",
      "Cache-Control": "public, max-age=31536000, immutable",
    });
  },
);
