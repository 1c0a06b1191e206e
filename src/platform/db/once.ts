import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Db } from "./index.ts";
import type { DB } from "./tables.ts";

/** One connection under two hands: `db` for queries, `client` for COPY, in the same transaction. */
export async function connectOnce(
  url: string,
): Promise<{ db: Db; client: pg.Client; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url, application_name: "maillage-restore" });
  client.on("error", () => {}); // the query under way says it
  await client.connect();
  const held = Object.assign(client, { release: () => {} });
  const pool = { options: {}, connect: async () => held, end: async () => {} };
  return {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    client,
    close: () => client.end(),
  };
}
