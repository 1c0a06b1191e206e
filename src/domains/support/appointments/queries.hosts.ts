import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** Who left the team offers nothing more, whatever their page says. */
const stays = sql<boolean>`exists (select from accounts.shared_accounts account
  where account.id = host.account_id and account.closed_at is null)`;

/** The word of the page of slots of who follows `course`, when they take appointments; a select for a statement on courses. */
export const slotsOfReferent = sql<string | null>`(select host.slug from support.hosts host
  where host.account_id = course.referent_id and host.open and ${stays})`;

const hosts = (db: Db) =>
  db
    .selectFrom("support.hosts as host")
    .leftJoin("support.calendar_readings as reading", "reading.host_id", "host.id")
    .select([
      "host.id",
      "host.account_id",
      "host.slug",
      "host.name",
      "host.presentation",
      "host.theme_ids",
      "host.listed",
      "host.open",
      "host.notice_hours",
      "host.horizon_days",
      "host.pause_minutes",
      "host.feed_link",
      "host.secret",
      "host.version",
      "host.updated_at",
      "reading.read_at",
      "reading.tried_at",
      "reading.refusal",
      "reading.failures",
    ]);

export type Host = Awaited<ReturnType<typeof listHosts>>[number];

/** Who receives, by name. `listed`: only those that everyone is shown. */
export function listHosts(db: Db, { listed = false } = {}) {
  return hosts(db)
    .$if(listed, (query) => query.where("host.listed", "=", true).where("host.open", "=", true).where(stays))
    .orderBy("host.name")
    .orderBy("host.id")
    .execute();
}

export const findHost = (db: Db, id: number): Promise<Host | undefined> =>
  hosts(db).where("host.id", "=", id).executeTakeFirst();

/** The page of appointments of an account, when it has one. */
export const findHostOf = (db: Db, accountId: string): Promise<Host | undefined> =>
  hosts(db).where("host.account_id", "=", accountId).executeTakeFirst();

/** Those whose slots an address offers: one officer by their own word, or those who receive on a theme. */
export async function listHostsAt(db: Db, slug: string, themeId: number | null): Promise<Host[]> {
  return hosts(db)
    .where("host.open", "=", true)
    .where(stays)
    .where((line) =>
      themeId === null
        ? line("host.slug", "=", slug)
        : line.or([
            line("host.slug", "=", slug),
            sql<boolean>`host.listed and host.theme_ids @> array[${themeId}::bigint]`,
          ]),
    )
    .orderBy(sql`host.slug = ${slug}`, "desc")
    .orderBy("host.name")
    .execute();
}

/** A word for an address that no other page has: `aminata-animatrice`, then `aminata-animatrice-2`. */
export async function freeSlug(db: Db, wanted: string): Promise<string> {
  const rows = await db
    .selectFrom("support.hosts")
    .select("slug")
    .where((line) => line.or([line("slug", "=", wanted), line("slug", "like", `${wanted}-%`)]))
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** The slots that a page of appointments offers, as its officer wrote them; days gone by are left out. */
export function listOpenings(db: Db, hostId: number, today: string) {
  return openings(db)
    .where("opening.host_id", "=", hostId)
    .where("opening.removed_at", "is", null)
    .where((line) =>
      line.and([
        line.or([line("opening.to_on", "is", null), line("opening.to_on", ">=", today)]),
        line.or([line("opening.held_on", "is", null), line("opening.held_on", ">=", today)]),
      ]),
    )
    .orderBy("opening.held_on", (order) => order.asc().nullsFirst())
    .orderBy("opening.weekday")
    .orderBy("opening.starts_at")
    .orderBy("opening.id")
    .execute();
}
export type OpeningLine = Awaited<ReturnType<typeof listOpenings>>[number];

export const findOpening = (db: Db, hostId: number, id: number): Promise<OpeningLine | undefined> =>
  openings(db).where("opening.host_id", "=", hostId).where("opening.id", "=", id).executeTakeFirst();

const openings = (db: Db) =>
  db
    .selectFrom("support.openings as opening")
    .select([
      "opening.id",
      "opening.weekday",
      "opening.every_weeks",
      "opening.held_on",
      "opening.starts_at",
      "opening.ends_at",
      "opening.slot_minutes",
      "opening.mode",
      "opening.office_id",
      "opening.place",
      "opening.online_url",
      "opening.from_on",
      "opening.to_on",
      "opening.removed_at",
      "opening.version",
    ]);

/** The absences that are not over, the next first. */
export function listAbsences(db: Db, hostId: number, today: string) {
  return db
    .selectFrom("support.absences")
    .select(["id", "from_on", "to_on", "why"])
    .where("host_id", "=", hostId)
    .where("to_on", ">=", today)
    .orderBy("from_on")
    .orderBy("id")
    .execute();
}
export type Absence = Awaited<ReturnType<typeof listAbsences>>[number];
