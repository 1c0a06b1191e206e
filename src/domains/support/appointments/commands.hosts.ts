import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { freeSlug } from "./queries.hosts.ts";

/** What an officer says of their page of appointments. */
export interface HostEntry {
  slug: string;
  name: string;
  presentation: string;
  themeIds: readonly number[];
  listed: boolean;
  open: boolean;
  noticeHours: number;
  horizonDays: number;
  pauseMinutes: number;
}

/** Makes the page of appointments of an account, once; its number. */
export async function openHost(
  db: Db,
  author: Author,
  host: { accountId: string; name: string; slug: string },
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('support.hosts', 0))`.execute(db);
    const known = await db
      .selectFrom("support.hosts")
      .select("id")
      .where("account_id", "=", host.accountId)
      .executeTakeFirst();
    if (known) return known.id;
    const { id } = await db
      .insertInto("support.hosts")
      .values({ account_id: host.accountId, name: host.name, slug: await freeSlug(db, host.slug) })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

export type HostOutcome = { ok: true } | { ok: false; refusal: "changed" | "slug" };

/** Changes a page that is still at `version`. `slug`: another page has this word. */
export async function changeHost(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: HostEntry,
): Promise<HostOutcome> {
  return inTransaction(db, author, async (db) => {
    const other = await db
      .selectFrom("support.hosts")
      .select("id")
      .where("slug", "=", entry.slug)
      .where("id", "<>", id)
      .executeTakeFirst();
    if (other) return { ok: false, refusal: "slug" };
    const done = await db
      .updateTable("support.hosts")
      .set({
        slug: entry.slug,
        name: entry.name,
        presentation: entry.presentation,
        theme_ids: [...entry.themeIds],
        listed: entry.listed,
        open: entry.open,
        notice_hours: entry.noticeHours,
        horizon_days: entry.horizonDays,
        pause_minutes: entry.pauseMinutes,
        ...next,
      })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n ? { ok: true } : { ok: false, refusal: "changed" };
  });
}

/** Gives the feed another private address: the one before opens nothing more. */
export async function renewFeed(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.hosts")
      .set({ feed_link: sql<number>`feed_link + 1`, ...next })
      .where("id", "=", id)
      .execute(),
  );
}

const next = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };
