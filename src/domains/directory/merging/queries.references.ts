import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** A column somewhere in the database that names an organisation. */
export interface Reference {
  /** With its schema. */
  table: string;
  column: string;
  /** The columns of its primary key. */
  key: string[];
  /** What its rows are called, one and many. */
  words: [one: string, many: string];
}

/** What speaks of the card itself, or of merges: it stays where it is. */
const staying = new Set([
  "directory.organisations.merged_into_id", // the card merged before stays merged into this one, which leads on
  "directory.merges.winner_id",
  "directory.merges.loser_id",
  "directory.duplicate_keys.organisation_id", // made again from the cards
  "directory.duplicate_pairs.a_id",
  "directory.duplicate_pairs.b_id",
  "directory.told_apart.a_id", // carried over by the merge itself: a pair is kept in order
  "directory.told_apart.b_id",
]);

/**
 * Every foreign key to `directory.organisations`, read in the catalogue (docs/decisions/0011): what any room hangs on an
 * organisation, known or to come. Throws when one cannot be moved: of several columns, or in a table without a key.
 */
export async function listReferences(db: Db): Promise<Reference[]> {
  const { rows } = await sql<{
    table: string;
    column: string;
    key: string[] | null;
    words: string;
    width: number;
  }>`
    select namespace.nspname || '.' || class.relname as "table", attribute.attname as "column",
           (select array_agg(part.attname::text order by place)
            from pg_constraint primary_key
            cross join unnest(primary_key.conkey) with ordinality as listed (number, place)
            join pg_attribute part on part.attrelid = class.oid and part.attnum = listed.number
            where primary_key.conrelid = class.oid and primary_key.contype = 'p') as key,
           coalesce(obj_description(class.oid, 'pg_class'), '') as words,
           cardinality(reference.conkey) as width
    from pg_constraint reference
    join pg_class class on class.oid = reference.conrelid
    join pg_namespace namespace on namespace.oid = class.relnamespace
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum = reference.conkey[1]
    where reference.contype = 'f' and reference.confrelid = 'directory.organisations'::regclass
    order by 1, 2`.execute(db);
  return rows
    .filter(({ table, column }) => !staying.has(`${table}.${column}`))
    .map(({ table, column, key, words, width }) => {
      if (!key || width !== 1)
        throw new Error(`${table}.${column} cannot be moved from an organisation to another.`);
      const [one = "", many = ""] = words.split("|");
      return {
        table,
        column,
        key,
        words: many ? [one, many] : ["ligne d’une autre rubrique", "lignes d’une autre rubrique"],
      };
    });
}

/** How many rows name an organisation, for each reference that has some; one statement. */
export async function countReferences(db: Db, organisationId: number) {
  const references = await listReferences(db);
  const counts = sql.join(
    references.map(
      ({ table, column }, index) =>
        sql`select ${index}::int as place, count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${organisationId}`,
    ),
    sql` union all `,
  );
  const { rows } = await sql<{ place: number; count: number }>`${counts} order by place`.execute(db);
  return rows.flatMap(({ place, count }) => {
    const reference = references[place];
    return reference && count > 0 ? [{ ...reference, count }] : [];
  });
}
