import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Services } from "#platform/web/env.ts";
import { mostAttempts, type Working } from "../rules.ts";
import { findOpen, type OpenImport } from "./queries.ts";

/** What the work says of an import: the sentence for people, when it must stop here for good. */
export class ImportFailure extends Error {}

export interface Alone {
  db: Db;
  author: Author;
  one: OpenImport;
}

/**
 * Does `work` for an import that is in `state`: alone, in one transaction, all or nothing. A lock of the database stands
 * for the run and dies with its connection, so that a killed run is known by its absence. Does nothing when the import
 * is elsewhere, or when another connection is at it. A file that cut the server short too often is given up.
 */
export async function workAlone(
  services: Services,
  id: number,
  state: Working,
  work: (alone: Alone) => Promise<void>,
): Promise<void> {
  const given = await findOpen(services.db, id, state);
  if (!given) return;
  const author: Author = { accountId: given.run_by ?? given.created_by, requestId: `import-${id}` };
  try {
    await inTransaction(services.db, author, async (db) => {
      if (!(await lock(db, id))) return;
      const one = await findOpen(db, id, state);
      if (!one) return;
      await countAttempt(services.db, one);
      await work({ db, author, one });
    });
  } catch (error) {
    if (!isFinal(error)) throw error;
    if (!(error instanceof ImportFailure)) services.log.error({ err: error, import: id }, "import failed");
    await giveUp(services.db, author, id, state, sentenceOf(error));
  }
}

async function lock(db: Db, id: number) {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('imports.imports'), ${id}) as taken`.execute(db);
  return rows[0]?.taken === true;
}

/** Written outside the transaction of the work: it must be known when that one is lost. */
async function countAttempt(db: Db, one: OpenImport) {
  if (one.attempts >= mostAttempts)
    throw new ImportFailure(
      "L’import s’est interrompu plusieurs fois avant la fin. Rien n’a été enregistré. Coupez le fichier en deux, ou enregistrez-le en CSV, puis envoyez-le de nouveau.",
    );
  await sql`insert into imports.progress (import_id, done, total, attempts) values (${one.id}, 0, ${one.counts.rows}, 1)
    on conflict (import_id) do update set done = 0, total = excluded.total, at = now(),
      attempts = imports.progress.attempts + 1`.execute(db);
}

/** Wrong data fails the same way again (SQLSTATE 22, 23); a lost connection does not. */
const isFinal = (error: unknown) =>
  error instanceof ImportFailure || /^(22|23|42)/.test(String((error as { code?: string }).code ?? ""));

const sentenceOf = (error: unknown) =>
  error instanceof ImportFailure
    ? error.message
    : "Quelque chose d’imprévu a arrêté l’import. Rien n’a été enregistré. Essayez de nouveau ; si cela recommence, prévenez la personne qui tient le site.";

/** An import that stops is failed, but an undo that stops leaves the import done, with the sentence. */
async function giveUp(db: Db, author: Author, id: number, state: Working, error: string) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("imports.imports")
      .set({ state: state === "undoing" ? "done" : "failed", error, finished_at: sql`now()` })
      .where("id", "=", id)
      .where("state", "=", state)
      .execute(),
  );
}
