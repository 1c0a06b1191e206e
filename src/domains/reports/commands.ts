import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type ClaimInput, type ClaimsFile, claimsFile } from "./input.ts";
import { computeReport } from "./queries.report.ts";

/**
 * Puts in the printed figures of `year` (the form of `claims-2021.json`), in their order. Those already there, by id,
 * are left as staff made them. Returns how many came in. Throws on a malformed list.
 */
export async function loadClaims(db: Db, author: Author, year: number, claims: ClaimsFile): Promise<number> {
  const rows = claimsFile.parse(claims).map(({ indicator, key, value, unit, ...claim }, position) => ({
    ...claim,
    year,
    unit: unit ?? "",
    value: JSON.stringify(value),
    indicator_id: indicator,
    indicator_key: key,
    position,
  }));
  if (rows.length === 0) return 0;
  return inTransaction(db, author, async (db) => {
    const done = await db
      .insertInto("reports.claims")
      .values(rows)
      .onConflict((row) => row.column("id").doNothing())
      .executeTakeFirst();
    return Number(done.numInsertedOrUpdatedRows ?? 0);
  });
}

const columnsOf = ({ indicator, key, value, version: _, ...claim }: ClaimInput) => ({
  ...claim,
  value: JSON.stringify(value),
  indicator_id: indicator,
  indicator_key: key,
});

/** A printed figure typed by staff, after those already there. */
export async function addClaim(db: Db, author: Author, year: number, input: ClaimInput): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await db
      .insertInto("reports.claims")
      .values({ ...columnsOf(input), id: `${year}-${randomUUID()}`, year, position: 100_000 })
      .execute();
  });
}

/** Corrects a printed figure; `conflict` when a colleague changed it since the page was read. */
export async function editClaim(db: Db, author: Author, id: string, input: ClaimInput) {
  return inTransaction(db, author, async (db) => {
    const done = await db
      .updateTable("reports.claims")
      .set((row) => ({ ...columnsOf(input), version: row("version", "+", 1) }))
      .where("id", "=", id)
      .where("version", "=", input.version)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n
      ? ({ ok: true } as const)
      : ({ ok: false, refusal: "conflict" } as const);
  });
}

/** Writes staff's words for a chapter; `version` 0 when none were there. `conflict` when a colleague was first. */
export async function writePassage(
  db: Db,
  author: Author,
  passage: { year: number; chapter: string; text: string; version: number },
) {
  const { version, ...values } = passage;
  return inTransaction(db, author, async (db) => {
    const done = await db
      .insertInto("reports.passages")
      .values(values)
      .onConflict((row) =>
        row
          .columns(["year", "chapter"])
          .doUpdateSet((row) => ({
            text: values.text,
            version: row("reports.passages.version", "+", 1),
            updated_at: new Date(),
          }))
          .where("reports.passages.version", "=", version),
      )
      .executeTakeFirst();
    return done.numInsertedOrUpdatedRows === 1n
      ? ({ ok: true } as const)
      : ({ ok: false, refusal: "conflict" } as const);
  });
}

/**
 * Freezes the report of `year` as it stands at `now`: figures, words, annexes and the rows of each figure. The next
 * edition of that year; the ones before stay reachable, and none ever moves (the table refuses it). Returns its number.
 */
export async function publishEdition(db: Db, author: Author, year: number, now: Date): Promise<number> {
  return inTransaction(db, author, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('reports.editions'), ${year})`.execute(db);
    const content = JSON.stringify(await computeReport(db, year, now, { whole: true }));
    const last = await db
      .selectFrom("reports.editions")
      .select(({ fn }) => fn.max("number").as("number"))
      .where("year", "=", year)
      .executeTakeFirst();
    const number = (last?.number ?? 0) + 1;
    await db
      .insertInto("reports.editions")
      .values({ year, number, content, published_at: now, published_by: author.accountId })
      .execute();
    return number;
  });
}
