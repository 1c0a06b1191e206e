import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { inject } from "vitest";
import { connect, type Db } from "#platform/db/index.ts";

/**
 * A database that one test has for itself, for what a rolled-back transaction cannot show: several connections, workers,
 * a restore. `empty` has nothing in it at all. Dropped when the scope ends (`await using`).
 */
export async function ownDatabase({
  empty = false,
} = {}): Promise<{ url: string; db: Db } & AsyncDisposable> {
  const server = inject("databaseUrl");
  const name = `own_${randomUUID().replaceAll("-", "")}`;
  const onServer = async (statement: ReturnType<typeof sql>) => {
    const { db } = connect(server.replace(/\/[^/]+$/, "/postgres"), 1);
    await statement.execute(db).finally(() => db.destroy());
  };
  await onServer(
    empty
      ? sql`create database ${sql.id(name)}`
      : sql`create database ${sql.id(name)} template maillage strategy file_copy`,
  );
  const url = server.replace(/\/[^/]+$/, `/${name}`);
  const { db } = connect(url, 5);
  return {
    url,
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await onServer(sql`drop database ${sql.id(name)} with (force)`);
    },
  };
}
