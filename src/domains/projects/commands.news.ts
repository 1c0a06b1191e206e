import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

export interface NewsEntry {
  toldOn: Day;
  title: string;
  body: string;
}

/** Keeps a piece of news of a project: published at once when the team tells it, waiting for it otherwise. */
export async function tellNews(
  db: Db,
  author: Author,
  projectId: number,
  { toldOn, title, body }: NewsEntry,
  { publish, now }: { publish: boolean; now: Date },
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("projects.updates")
      .values({
        project_id: projectId,
        told_on: toldOn,
        title,
        body,
        told_by: author.accountId,
        ...(publish ? { state: "published", decided_by: author.accountId, decided_at: now } : {}),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Publishes or refuses a piece of news that waits, once whoever clicks; whether it was this time. */
export async function decideNews(
  db: Db,
  author: Author,
  updateId: number,
  { accept, answer, now }: { accept: boolean; answer: string; now: Date },
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const decided = await db
      .updateTable("projects.updates")
      .set({ state: accept ? "published" : "refused", decided_by: author.accountId, decided_at: now, answer })
      .where("id", "=", updateId)
      .where("state", "=", "waiting")
      .executeTakeFirst();
    return decided.numUpdatedRows > 0n;
  });
}

/** Puts a picture, already made ready, on a project, with what it shows and whose it is. */
export async function addPicture(
  db: Db,
  author: Author,
  projectId: number,
  picture: { fileId: string; alternative: string; credit: string },
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("projects.pictures")
      .values({
        project_id: projectId,
        file_id: picture.fileId,
        alternative: picture.alternative,
        credit: picture.credit,
      })
      .execute(),
  );
}

/** Takes a picture off the project; its bytes stay, so that it can be put back. */
export const removePicture = (db: Db, author: Author, projectId: number, id: number, now: Date) =>
  setRemoved(db, author, projectId, id, now);

/** Puts a picture back. */
export const restorePicture = (db: Db, author: Author, projectId: number, id: number) =>
  setRemoved(db, author, projectId, id, null);

async function setRemoved(db: Db, author: Author, projectId: number, id: number, removed_at: Date | null) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("projects.pictures")
      .set({ removed_at })
      .where("id", "=", id)
      .where("project_id", "=", projectId)
      .where("removed_at", removed_at ? "is" : "is not", null)
      .execute(),
  );
}
