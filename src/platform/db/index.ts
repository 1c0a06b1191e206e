import { Kysely, type Kysely as KyselyDb, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { DB } from "./tables.ts";

/** A connection or a transaction: reads take it as their first parameter, writes open `inTransaction` on it. */
export type Db = KyselyDb<DB>;

/** Who writes: named by each command, kept by the change log beside every row touched. */
export interface Author {
  accountId: string | null;
  requestId: string | null;
}

/** The author of what no person asked for: a start, a nightly job, a test's background. */
export const system: Author = { accountId: null, requestId: null };

// bigint counts and identifiers stay far below 2^53 here; numeric is only ever a ratio or a sum of small integers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
const bigints: number = 1016; // `bigint[]`, not among the names that pg gives
const readTexts: (typed: string) => (string | null)[] = pg.types.getTypeParser(bigints);
pg.types.setTypeParser(bigints, (typed) =>
  readTexts(typed).map((one) => (one === null ? null : Number(one))),
);
// A date without a time is text: making it a Date would move it by a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/**
 * Put before a statement, has each connection plan it once and keep the plan: for what is asked at each page, whose text
 * never changes, and whose planning takes longer than its answer. `sql\`${prepared} select …\``, or `modifyFront`.
 */
export const prepared = sql.raw("/* prepared */");

const isPrepared = (text: string) => text.slice(0, 24).includes("/* prepared */");
const names = new Map<string, string>();

/** The name under which a connection keeps a statement: there are as many as there are texts in our code. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `kept_${names.size}`;
  names.set(text, name);
  return name;
}

class Client extends pg.Client {
  // The library has eight ways to be called, which its types tell one by one: all but the one for us go through as they are.
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const given =
      typeof text === "string" && isPrepared(text) ? [{ name: nameOf(text), text, values }] : asked;
    return Reflect.apply(super.query, this, given) as never;
  }
}

/** Opens a pool on `url`; `max` connections. End it with `db.destroy()`. */
export function connect(url: string, max = 10): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: url, max, Client, application_name: "maillage" });
  pool.on("error", () => {}); // an idle connection lost: the next query opens another or reports it
  pool.on("connect", (client) => {
    client.on("error", () => {}); // lost between two queries of a transaction: the next one reports it
  });
  return { db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/**
 * Runs `work` in one transaction, or in a savepoint when `db` is already one, and tells the change log who writes.
 * Whatever `work` throws undoes all that it did, and is thrown again.
 */
export async function inTransaction<Result>(
  db: Db,
  author: Author,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return inSavepoint(db as Transaction<DB>, author, work);
  return db.transaction().execute(async (transaction) => {
    await sign(transaction, author);
    return work(transaction);
  });
}

let savepoints = 0;

async function inSavepoint<Result>(db: Transaction<DB>, author: Author, work: (db: Db) => Promise<Result>) {
  const name = sql.id(`maillage_${++savepoints}`);
  await sql`savepoint ${name}`.execute(db);
  try {
    await sign(db, author);
    const result = await work(db);
    await sql`release savepoint ${name}`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint ${name}`.execute(db);
    throw error;
  }
}

async function sign(db: Db, author: Author) {
  await sql`select set_config('maillage.account', ${author.accountId ?? ""}, true),
                   set_config('maillage.request', ${author.requestId ?? ""}, true)`.execute(db);
}
