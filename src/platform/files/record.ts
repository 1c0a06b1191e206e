import { createHash, randomUUID } from "node:crypto";
import { type Db, inTransaction } from "../db/index.ts";
import { NotFound } from "../web/errors.ts";
import type { Files, Store } from "./index.ts";
import { sniff } from "./sniff.ts";

/** Files of the table `platform.files`, their bytes in `store`. */
export function filesOn(store: Store): Files {
  return {
    async put(db, author, { name, mediaType, bytes }) {
      const key = randomUUID();
      const known = { name: safeName(name), media_type: sniff(bytes, mediaType, name) };
      await store.write(key, bytes, known.media_type);
      const row = await inTransaction(db, author, (db) =>
        db
          .insertInto("platform.files")
          .values({
            ...known,
            size_bytes: bytes.length,
            sha256: createHash("sha256").update(bytes).digest("hex"),
            storage_key: key,
            account_id: author.accountId,
          })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      return { id: row.id, name: known.name, mediaType: known.media_type, sizeBytes: bytes.length };
    },
    async open(db, id) {
      const row = await db
        .selectFrom("platform.files")
        .select(["name", "media_type", "size_bytes", "storage_key"])
        .where("id", "=", id)
        .executeTakeFirst();
      const body = row && (await store.read(row.storage_key));
      if (!row || !body) throw new NotFound();
      return {
        file: { id, name: row.name, mediaType: row.media_type, sizeBytes: row.size_bytes },
        body,
      };
    },
    async remove(db, author, id) {
      await inTransaction(db, author, async (db) => {
        const gone = await db
          .deleteFrom("platform.files")
          .where("id", "=", id)
          .returning("storage_key")
          .execute();
        if (gone.length > 0) await db.insertInto("platform.discarded_files").values(gone).execute();
      });
    },
  };
}

/** Takes the bytes of removed files out of the store. Stopped in the middle, it goes on the next night. */
export async function cleanStore(db: Db, store: Store): Promise<void> {
  const gone = await db.selectFrom("platform.discarded_files").select("storage_key").limit(10_000).execute();
  for (const { storage_key } of gone) {
    await store.erase(storage_key);
    await db.deleteFrom("platform.discarded_files").where("storage_key", "=", storage_key).execute();
  }
}

/** The last part of a path, without control characters, 255 characters at most, ending kept. */
export function safeName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? "").replace(/\p{C}/gu, "").trim().normalize("NFC");
  if (plain.length <= 255) return plain || "fichier";
  const ending = /\.[^.]{1,12}$/.exec(plain)?.[0] ?? "";
  return plain.slice(0, 255 - ending.length) + ending;
}
