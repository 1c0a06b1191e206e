import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Files } from "#platform/files/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { NotFound } from "#platform/web/errors.ts";

/** Jobs that are only remembered: a test reads what was asked for, then runs the room's job itself. */
export function rememberedJobs() {
  const asked: { name: string; data: Record<string, unknown> }[] = [];
  const jobs: Jobs & { asked: typeof asked } = {
    asked,
    enqueue: async (_, name, data) => {
      asked.push({ name, data });
    },
    list: async () => ({ rows: [], total: 0 }),
    count: async () => ({ waiting: 0, running: 0, done: 0, failed: 0 }),
    retry: async () => false,
    schedules: async () => [],
    stop: async () => {},
  };
  return jobs;
}

/** Files kept in memory, recorded in the test's transaction. */
export function memoryFiles(): Files {
  const bytes = new Map<string, Uint8Array>();
  return {
    put: async (db, author, file) => {
      const row = await db
        .insertInto("platform.files")
        .values({
          name: file.name,
          media_type: file.mediaType,
          size_bytes: file.bytes.length,
          sha256: "",
          storage_key: randomUUID(),
          account_id: author.accountId,
        })
        .returning(["id", "storage_key"])
        .executeTakeFirstOrThrow();
      bytes.set(row.id, file.bytes);
      return { id: row.id, name: file.name, mediaType: file.mediaType, sizeBytes: file.bytes.length };
    },
    open: async (db, id) => {
      const row = await db.selectFrom("platform.files").selectAll().where("id", "=", id).executeTakeFirst();
      const body = bytes.get(id);
      if (!row || !body) throw new NotFound();
      return {
        file: { id, name: row.name, mediaType: row.media_type, sizeBytes: body.length },
        body: Readable.from([body]),
      };
    },
    remove: async (db, _author, id) => {
      bytes.delete(id);
      await db.deleteFrom("platform.files").where("id", "=", id).execute();
    },
  };
}
