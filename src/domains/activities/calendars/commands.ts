import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** The most calendars of one person. */
export const mostCalendars = 10;

/** Keeps a calendar of the author's; its number, or nothing when they have too many. */
export function addCalendar(
  db: Db,
  author: Author,
  userId: string,
  { name, address, mine }: { name: string; address: string; mine: string },
): Promise<number | undefined> {
  return inTransaction(db, author, async (db) => {
    const { count } = await db
      .selectFrom("activities.calendars")
      .select((row) => row.fn.countAll<number>().as("count"))
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
    if (count >= mostCalendars) return undefined;
    const { id } = await db
      .insertInto("activities.calendars")
      .values({ user_id: userId, name, secret: address, mine })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Forgets a calendar and its address; what it proposed and that was not decided goes too. False when it was gone. */
export function removeCalendar(db: Db, author: Author, userId: string, id: number): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    await db
      .deleteFrom("activities.calendar_entries")
      .where("calendar_id", "=", id)
      .where("user_id", "=", userId)
      .where("state", "=", "waiting")
      .execute();
    const done = await db
      .deleteFrom("activities.calendars")
      .where("id", "=", id)
      .where("user_id", "=", userId)
      .executeTakeFirst();
    return done.numDeletedRows === 1n;
  });
}
