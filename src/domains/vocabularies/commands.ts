import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { findTermByWord } from "./queries.ts";
import { codeFor, moved, type TermEntry, wordTaken } from "./rules.ts";

export type Refusal =
  /** The list has changed since it was read. */
  | { kind: "stale" }
  /** A word that already means another term. */
  | { kind: "taken"; field: "libelle" | "synonymes"; word: string; other: string }
  /** A parent that is not in the list of parents. */
  | { kind: "no-parent" };

export type Outcome = { ok: true } | { ok: false; refusal: Refusal };

/**
 * Changes a list from the `version` that was read (undefined: whatever it is) and keeps what it then says, as the next
 * version with `note`. `work` returns a refusal before it writes anything, or nothing.
 */
async function editList(
  db: Db,
  author: Author,
  edit: { listId: string; version?: number; note: string },
  work: (db: Db, list: { parent_list_id: string | null }) => Promise<Refusal | undefined>,
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const list = await db
      .selectFrom("vocabularies.lists")
      .select(["version", "parent_list_id"])
      .where("id", "=", edit.listId)
      .forUpdate()
      .executeTakeFirst();
    if (!list || (edit.version !== undefined && edit.version !== list.version))
      return { ok: false, refusal: { kind: "stale" } };
    const refusal = await work(db, list);
    if (refusal) return { ok: false, refusal };
    await db
      .updateTable("vocabularies.lists")
      .set({ version: list.version + 1, updated_at: sql`now()` })
      .where("id", "=", edit.listId)
      .execute();
    await keepVersion(db, author, edit.listId, edit.note);
    return { ok: true };
  });
}

/** Writes down what a list says now, under its present version. */
export async function keepVersion(db: Db, author: Author, listId: string, note: string) {
  await sql`insert into vocabularies.versions (list_id, version, terms, note, created_by)
    select list.id, list.version, coalesce(jsonb_agg(jsonb_build_object(
        'code', term.code, 'label', term.label, 'description', term.description, 'synonyms', term.synonyms,
        'colour', term.colour, 'parent', parent.code, 'retired', term.retired_at is not null)
        order by term.position, term.id) filter (where term.id is not null), '[]'), ${note}, ${author.accountId}
    from vocabularies.lists list
    left join vocabularies.terms term on term.list_id = list.id
    left join vocabularies.terms parent on parent.id = term.parent_id
    where list.id = ${listId} group by list.id`.execute(db);
}

async function checkEntry(
  db: Db,
  listId: string,
  parentListId: string | null,
  entry: TermEntry,
  except?: number,
) {
  const terms = await db
    .selectFrom("vocabularies.terms")
    .select(["id", "code", "label", "synonyms", "position"])
    .where("list_id", "=", listId)
    .orderBy("position")
    .execute();
  const taken = wordTaken(
    entry,
    terms.filter((term) => term.id !== except),
  );
  const parent = await db
    .selectFrom("vocabularies.terms")
    .select("id")
    .where("list_id", "=", parentListId ?? "")
    .where("id", "=", entry.parentId ?? 0)
    .executeTakeFirst();
  const orphan = entry.parentId !== null && !parent;
  const refusal: Refusal | undefined = taken
    ? { kind: "taken", ...taken }
    : orphan
      ? { kind: "no-parent" }
      : undefined;
  return { terms, refusal };
}

const row = ({ label, description, synonyms, parentId }: TermEntry) => ({
  label,
  description,
  synonyms: [...synonyms],
  parent_id: parentId,
});

/**
 * Adds a term at the end of a list, at the version that was read (undefined: whatever it is); its code is made from its
 * label and never changes.
 */
export function addTerm(
  db: Db,
  author: Author,
  listId: string,
  version: number | undefined,
  entry: TermEntry,
): Promise<Outcome> {
  const note = `« ${entry.label} » ajouté`;
  return editList(
    db,
    author,
    { listId, ...(version === undefined ? {} : { version }), note },
    async (db, list) => {
      const { terms, refusal } = await checkEntry(db, listId, list.parent_list_id, entry);
      if (refusal) return refusal;
      const taken = terms.map((term) => term.code);
      const position = Math.max(-1, ...terms.map((term) => term.position)) + 1;
      const code = codeFor(entry.label, taken);
      await db
        .insertInto("vocabularies.terms")
        .values({ ...row(entry), list_id: listId, code, position })
        .execute();
      return undefined;
    },
  );
}

/** The number of the term that this word means in a list, added at its end when none does. */
export function ensureTerm(db: Db, author: Author, listId: string, label: string): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const find = async () => (await findTermByWord(db, listId, [label])).get(label)?.id;
    const known = await find();
    if (known) return known;
    const entry = { label, description: "", synonyms: [], parentId: null };
    const { version } = await db
      .selectFrom("vocabularies.lists")
      .select("version")
      .where("id", "=", listId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await addTerm(db, author, listId, version, entry);
    return (await find()) ?? 0;
  });
}

/** Renames or explains a term; what bears it bears it still, under its new label. */
export function saveTerm(
  db: Db,
  author: Author,
  term: { id: number; list_id: string; label: string },
  version: number,
  entry: TermEntry,
): Promise<Outcome> {
  const listId = term.list_id;
  const note =
    term.label === entry.label ? `« ${term.label} » modifié` : `« ${term.label} » devient « ${entry.label} »`;
  return editList(db, author, { listId, version, note }, async (db, list) => {
    const { refusal } = await checkEntry(db, listId, list.parent_list_id, entry, term.id);
    if (refusal) return refusal;
    await db.updateTable("vocabularies.terms").set(row(entry)).where("id", "=", term.id).execute();
    return undefined;
  });
}

/** Moves a term up (-1) or down (1) by one place among the terms in use. */
export function moveTerm(
  db: Db,
  author: Author,
  term: { id: number; list_id: string; label: string },
  version: number,
  by: -1 | 1,
): Promise<Outcome> {
  const note = `« ${term.label} » ${by < 0 ? "monté" : "descendu"} d’une place`;
  return editList(db, author, { listId: term.list_id, version, note }, async (db) => {
    const terms = await db
      .selectFrom("vocabularies.terms")
      .select("id")
      .where("list_id", "=", term.list_id)
      .orderBy(sql`retired_at is not null`)
      .orderBy("position")
      .orderBy("id")
      .execute();
    const order = moved(
      terms.map((one) => one.id),
      term.id,
      by,
    );
    await sql`update vocabularies.terms term set position = place.rank - 1
      from unnest(${order}::bigint[]) with ordinality as place (id, rank) where term.id = place.id`.execute(
      db,
    );
    return undefined;
  });
}

/** Retires a term (no longer offered; old records keep it), or brings it back when `now` is null. */
export function retireTerm(
  db: Db,
  author: Author,
  term: { id: number; list_id: string; label: string },
  now: Date | null,
): Promise<Outcome> {
  const note = `« ${term.label} » ${now ? "retiré" : "remis en usage"}`;
  return editList(db, author, { listId: term.list_id, note }, async (db) => {
    await db
      .updateTable("vocabularies.terms")
      .set({ retired_at: now?.toISOString() ?? null })
      .where("id", "=", term.id)
      .execute();
    return undefined;
  });
}
