import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { changeFields } from "../fields/commands.ts";
import { type FieldRecord, listFields, readRecords } from "../fields/queries.ts";
import type { Field, FieldValues } from "../fields/registry.ts";
import { rememberNames } from "../matching/commands.ts";
import { carryApart, orderContacts, repeatedContacts, stepDown } from "./commands.beside.ts";
import { type MovedRows, moveRows } from "./commands.move.ts";
import { listReferences } from "./queries.references.ts";
import { type Choice, chosenValues, visibilityOf } from "./rules.ts";

export interface MergeOrder {
  winnerId: number;
  loserId: number;
  /** The versions under the eyes of who decided. */
  versions: { winner: number; loser: number };
  chosen: (field: Field) => Choice;
  visibility: "listed" | "internal";
}

/**
 * `stale`: one of the two was changed since the page was opened. `merged`: one of the two is merged already.
 * `archived`: the card to keep is archived. `taken`: a third card has the identifier that is kept.
 */
export type MergeOutcome =
  | { ok: true; id: number }
  | { ok: false; refusal: "gone" | "stale" | "merged" | "archived" | "taken" };

/**
 * Makes one card of two: the winner is given the chosen values (their source is the merge), everything that names the
 * loser names the winner, the loser is archived and leads to it. What a rule forbids to move stays with the loser. All
 * that is needed to undo it is kept in `directory.merges`.
 */
export async function mergeOrganisations(db: Db, author: Author, order: MergeOrder): Promise<MergeOutcome> {
  try {
    return await inTransaction(db, author, async (db): Promise<MergeOutcome> => {
      const { winnerId, loserId } = order;
      const before = await lockBoth(db, winnerId, loserId);
      const [winner, loser] = [before.get(winnerId), before.get(loserId)];
      if (!winner || !loser) return { ok: false, refusal: "gone" };
      if (winner["merged_into_id"] || loser["merged_into_id"]) return { ok: false, refusal: "merged" };
      if (winner["status"] === "archived") return { ok: false, refusal: "archived" };
      if (winner["version"] !== order.versions.winner || loser["version"] !== order.versions.loser)
        return { ok: false, refusal: "stale" };
      await sql`set constraints all immediate`.execute(db);
      const known = await readRecords(db, [winnerId, loserId]);
      const { id } = await db
        .insertInto("directory.merges")
        .values({
          winner_id: winnerId,
          loser_id: loserId,
          merged_by: author.accountId,
          winner_before: JSON.stringify(winner),
          loser_before: JSON.stringify(loser),
          winner_after: "{}",
          moved: "[]",
          kept: "[]",
          made: "{}",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await archiveLoser(db, winnerId, loserId);
      await writeWinner(db, author, order, id, known);
      const made = {
        mainContacts: await stepDown(db, winnerId, loserId),
        positions: await orderContacts(db, order, await listFields(db)),
        apart: await carryApart(db, author, winnerId, loserId),
      };
      const { moved, kept } = await moveAll(db, author, winnerId, loserId);
      const names = await nameAfter(db, author, winner, loser);
      await finish(db, id, winnerId, { moved, kept, made: { ...made, names } });
      return { ok: true, id };
    });
  } catch (error) {
    if ((error as { code?: string }).code === "23505") return { ok: false, refusal: "taken" };
    throw error;
  }
}

type Row = Record<string, unknown>;

/** Both rows as they are, locked in the order of their numbers, so that two merges of one pair wait for each other. */
export async function lockBoth(db: Db, one: number, other: number): Promise<Map<number, Row>> {
  const { rows } = await sql<{ id: number; row: Row }>`
    select id, to_jsonb(organisation) - 'search' as row from directory.organisations organisation
    where id in (${one}, ${other}) order by id for update`.execute(db);
  return new Map(rows.map(({ id, row }) => [id, row]));
}

const archiveLoser = (db: Db, winnerId: number, loserId: number) =>
  sql`
    update directory.organisations set status = 'archived', merged_into_id = ${winnerId}, version = version + 1,
      archived_from = case when status = 'archived' then archived_from else status end, updated_at = now()
    where id = ${loserId}`.execute(db);

/** Gives the winner the chosen values, the tags of both, the earlier first publication, the later confirmation. */
async function writeWinner(
  db: Db,
  author: Author,
  { winnerId, loserId, chosen, visibility }: MergeOrder,
  mergeId: number,
  known: ReadonlyMap<number, FieldRecord>,
) {
  const [winner, loser] = [known.get(winnerId), known.get(loserId)];
  if (!winner || !loser) return;
  const fields = (await listFields(db)).filter(({ key }) => key !== "email" && key !== "phone");
  const values = chosenValues(fields, winner, loser, chosen);
  if (Object.keys(values).length > 0) {
    const source = { source: "merge" as const, ref: String(mergeId), label: String(loser.values["name"]) };
    const outcome = await changeFields(db, author, winnerId, values, { source });
    if (!outcome.ok) throw Object.assign(new Error("taken"), { code: "23505" });
  }
  const placed = "commune_code" in values || "address" in values;
  await sql`
    update directory.organisations winner set
      visibility = ${visibility},
      status = case when loser.archived_from = 'published' and winner.status = 'proposed' then 'published' else winner.status end,
      tag_ids = (select coalesce(array_agg(distinct tag order by tag), '{}') from unnest(winner.tag_ids || loser.tag_ids) tag),
      confirmed_on = greatest(winner.confirmed_on, loser.confirmed_on),
      listed_at = least(winner.listed_at, loser.listed_at),
      longitude = case when ${placed} then loser.longitude else winner.longitude end,
      latitude = case when ${placed} then loser.latitude else winner.latitude end,
      facts = winner.facts || ${JSON.stringify(await stricter(db, winnerId, fields, values, winner, loser))}::jsonb,
      version = winner.version + 1, updated_at = now()
    from directory.organisations loser where winner.id = ${winnerId} and loser.id = ${loserId}`.execute(db);
}

/** The facts of the fields taken from the loser, seen by no more people than either card allowed. */
async function stricter(
  db: Db,
  winnerId: number,
  fields: readonly Field[],
  values: FieldValues,
  winner: FieldRecord,
  loser: FieldRecord,
) {
  const facts = (await readRecords(db, [winnerId])).get(winnerId)?.facts ?? {};
  return Object.fromEntries(
    fields.flatMap((field) => {
      const visibility = field.key in values ? visibilityOf(field, winner, loser) : undefined;
      return visibility ? [[field.key, { ...facts[field.key], visibility }]] : [];
    }),
  );
}

async function moveAll(db: Db, author: Author, winnerId: number, loserId: number) {
  const moved: MovedRows[] = [];
  const kept: MovedRows[] = [];
  for (const reference of await listReferences(db)) {
    const except =
      reference.table === "directory.contact_points" ? await repeatedContacts(db, winnerId, loserId) : [];
    const outcome = await moveRows(db, author, reference, { from: loserId, to: winnerId, except });
    if (outcome.moved.length > 0) moved.push({ ...reference, rows: outcome.moved });
    if (outcome.kept.length > 0) kept.push({ ...reference, rows: outcome.kept });
  }
  return { moved, kept };
}

/** The names and acronyms that the winner does not bear become other spellings of it. */
async function nameAfter(db: Db, author: Author, winner: Row, loser: Row): Promise<number[]> {
  const id = Number(winner["id"]);
  const names = db.selectFrom("directory.names").select("id").where("organisation_id", "=", id);
  const had = new Set((await names.execute()).map((row) => row.id));
  const labels = [loser["name"], winner["name"], loser["acronym"], winner["acronym"]]
    .map(String)
    .filter(Boolean);
  await rememberNames(
    db,
    author,
    [...new Set(labels)].map((label) => ({ organisation_id: id, label })),
  );
  return (await names.execute()).map((row) => row.id).filter((name) => !had.has(name));
}

async function finish(
  db: Db,
  id: number,
  winnerId: number,
  told: { moved: unknown; kept: unknown; made: unknown },
) {
  await sql`
    update directory.merges set moved = ${JSON.stringify(told.moved)}::jsonb, kept = ${JSON.stringify(told.kept)}::jsonb,
      made = ${JSON.stringify(told.made)}::jsonb,
      winner_after = (select to_jsonb(organisation) - 'search' from directory.organisations organisation
                      where organisation.id = ${winnerId})
    where id = ${id}`.execute(db);
}
