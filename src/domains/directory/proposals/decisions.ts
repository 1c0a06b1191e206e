import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { changeFields } from "../fields/commands.ts";
import { type FactSource, readRecords } from "../fields/queries.ts";
import type { FieldValue, FieldValues } from "../fields/registry.ts";
import { sameValue } from "../fields/rules.ts";

/** `overtaken`: the card says something else by now than when the change was said; `taken`: another has this identifier. */
export interface Decision {
  accepted: number;
  refused: number;
  overtaken: number[];
  taken: number[];
}

interface Change {
  id: number;
  field: string;
  before: FieldValue;
  after: FieldValue;
  organisation_id: number;
  source: FactSource;
}

/**
 * Accepts or refuses waiting changes, each once whoever clicks. A change whose field was changed meanwhile is left
 * waiting and named in `overtaken`, unless `anyway`; one whose identifier is another organisation's, in `taken`.
 */
export function decideChanges(
  db: Db,
  author: Author,
  changeIds: readonly number[],
  { accept, anyway = false }: { accept: boolean; anyway?: boolean },
): Promise<Decision> {
  return inTransaction(db, author, async (db) => {
    const waiting = await lockWaiting(db, changeIds);
    const decision: Decision = { accepted: 0, refused: 0, overtaken: [], taken: [] };
    const settled = accept
      ? await takeIn(db, author, waiting, anyway, decision)
      : waiting.map(({ id }) => id);
    if (settled.length > 0)
      await db
        .updateTable("directory.proposed_changes")
        .set({ state: accept ? "accepted" : "refused", decided_by: author.accountId, decided_at: new Date() })
        .where("id", "in", settled)
        .execute();
    decision[accept ? "accepted" : "refused"] = settled.length;
    return decision;
  });
}

async function lockWaiting(db: Db, ids: readonly number[]): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select change.id, change.field, change.before, change.after, proposal.organisation_id, proposal.source
    from directory.proposed_changes change join directory.proposals proposal on proposal.id = change.proposal_id
    where change.id = any(${[...ids]}::bigint[]) and change.state = 'waiting'
    order by change.id for update of change`.execute(db);
  return rows;
}

/** Writes the changes, those of one organisation and source together; gives the numbers of those written. */
async function takeIn(
  db: Db,
  author: Author,
  waiting: readonly Change[],
  anyway: boolean,
  decision: Decision,
): Promise<number[]> {
  const records = await readRecords(db, [...new Set(waiting.map((change) => change.organisation_id))]);
  const groups = new Map<string, Change[]>();
  for (const change of waiting) {
    const now = records.get(change.organisation_id)?.values[change.field];
    if (!anyway && !sameValue(now, change.before) && !sameValue(now, change.after)) {
      decision.overtaken.push(change.id);
      continue;
    }
    const key = `${change.organisation_id} ${JSON.stringify(change.source)}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const settled: number[] = [];
  for (const changes of groups.values()) {
    const written = await writeTogether(db, author, changes, decision);
    settled.push(...written.map(({ id }) => id));
  }
  return settled;
}

/** An identifier that another organisation has is left aside, and the rest goes in. */
async function writeTogether(
  db: Db,
  author: Author,
  changes: readonly Change[],
  decision: Decision,
): Promise<readonly Change[]> {
  const [first] = changes;
  if (!first) return [];
  const values: FieldValues = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  const { source, organisation_id } = first;
  const outcome = await changeFields(db, author, organisation_id, values, { source });
  if (outcome.ok) return changes;
  const unique = changes.filter(({ field }) => field === "rna" || field === "siret");
  const left = unique.length > 0 ? unique : changes;
  decision.taken.push(...left.map(({ id }) => id));
  return writeTogether(
    db,
    author,
    changes.filter((change) => !left.includes(change)),
    decision,
  );
}
