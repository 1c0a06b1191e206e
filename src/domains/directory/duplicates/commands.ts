import { sql } from "kysely";
import { type Author, type Db, inTransaction, system } from "#platform/db/index.ts";
import { listMeetings, listTwinCards } from "./queries.cards.ts";
import { keysOf } from "./rules.keys.ts";
import { explain } from "./rules.ts";

/** Cards compared in one transaction. */
const batch = 1000;

/** Lets the requests that wait be answered. */
const pause = () => new Promise<void>((done) => setImmediate(done));

/** One batch at a time, whatever the processes: two would compare the same cards. */
const oneAtATime = (db: Db) =>
  sql`select pg_advisory_xact_lock(hashtextextended('directory.duplicates', 0))`.execute(db);

/** Compares again the cards that changed since the last time, a batch at a time; gives back how many. */
export async function refreshDuplicates(db: Db): Promise<number> {
  let done = 0;
  for (;;) {
    const ids = await inTransaction(db, system, async (db) => {
      await oneAtATime(db);
      const { rows } = await sql<{ organisation_id: number }>`
        delete from directory.duplicate_work
        where organisation_id in (select organisation_id from directory.duplicate_work order by id limit ${batch})
        returning organisation_id`.execute(db);
      const ids = [...new Set(rows.map((row) => row.organisation_id))];
      await writeKeys(db, ids);
      await comparePairs(db, ids, false);
      return ids;
    });
    if (ids.length === 0) return done;
    done += ids.length;
  }
}

/** Makes every key and every pair again; `say` is told how many cards are done. What people told apart stays so. */
export async function computeDuplicates(db: Db, say: (done: number) => void = () => {}): Promise<void> {
  for (const work of [writeKeys, (db: Db, ids: readonly number[]) => comparePairs(db, ids, true)]) {
    let after = 0;
    let done = 0;
    for (;;) {
      const ids = await inTransaction(db, system, async (db) => {
        await oneAtATime(db);
        const rows = await db
          .selectFrom("directory.organisations")
          .select("id")
          .where("id", ">", after)
          .orderBy("id")
          .limit(batch)
          .execute();
        const ids = rows.map(({ id }) => id);
        await work(db, ids);
        return ids;
      });
      after = ids.at(-1) ?? after;
      done += ids.length;
      say(done);
      if (ids.length < batch) break;
    }
  }
}

/** Writes the keys of these cards; those that are archived, or gone, have none. */
async function writeKeys(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return;
  const cards = [...(await listTwinCards(db, ids)).values()].filter(({ status }) => status !== "archived");
  const keys: (readonly [number, string])[] = [];
  for (const [place, card] of cards.entries()) {
    if (place % 200 === 0) await pause();
    for (const key of keysOf(card)) keys.push([card.id, key]);
  }
  await sql`delete from directory.duplicate_keys where organisation_id = any(${[...ids]}::bigint[])`.execute(
    db,
  );
  await sql`
    insert into directory.duplicate_keys (organisation_id, key)
    select distinct id, hashtextextended(key, 0)
    from unnest(${keys.map(([id]) => id)}::bigint[], ${keys.map(([, key]) => key)}::text[]) as made (id, key)
  `.execute(db);
}

/** Compares these cards with those that they meet, and keeps the pairs that may be one; `forward`: each pair once. */
async function comparePairs(db: Db, ids: readonly number[], forward: boolean) {
  if (ids.length === 0) return;
  const meetings = await listMeetings(db, ids, forward);
  const cards = await listTwinCards(db, [...new Set(meetings.flatMap(({ a, b }) => [a, b]))]);
  const pairs: object[] = [];
  for (const [place, { a, b }] of meetings.entries()) {
    if (place % 200 === 0) await pause();
    const [one, other] = [cards.get(a), cards.get(b)];
    const found = one && other && explain(one, other);
    if (found) pairs.push({ a, b, ...found });
  }
  await sql`
    with found as (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as row (a bigint, b bigint, score smallint, reasons jsonb)
    ), gone as (
      delete from directory.duplicate_pairs pair
      where (a_id = any(${[...ids]}::bigint[]) or (not ${forward} and b_id = any(${[...ids]}::bigint[])))
        and not exists (select from found where found.a = pair.a_id and found.b = pair.b_id)
    )
    insert into directory.duplicate_pairs (a_id, b_id, score, reasons) select a, b, score, reasons from found
    on conflict (a_id, b_id) do update set score = excluded.score, reasons = excluded.reasons
    where (duplicate_pairs.score, duplicate_pairs.reasons) is distinct from (excluded.score, excluded.reasons)
  `.execute(db);
}

/** The two numbers in the order in which pairs are kept. */
const ordered = (one: number, other: number) => ({ a_id: Math.min(one, other), b_id: Math.max(one, other) });

/** Says that two cards are of two organisations: they are never proposed as one again, unless this is taken back. */
export async function tellApart(db: Db, author: Author, one: number, other: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("directory.told_apart")
      .values({ ...ordered(one, other), told_by: author.accountId })
      .onConflict((conflict) => conflict.columns(["a_id", "b_id"]).doNothing())
      .execute(),
  );
}

/** Takes back that two cards are of two organisations: they are proposed again if they still look like one. */
export async function takeBackApart(db: Db, author: Author, one: number, other: number): Promise<void> {
  const { a_id, b_id } = ordered(one, other);
  await inTransaction(db, author, (db) =>
    db.deleteFrom("directory.told_apart").where("a_id", "=", a_id).where("b_id", "=", b_id).execute(),
  );
}
