import type { ClientBase } from "pg";

/** A table as saved: its columns but the computed ones. */
export interface SavedTable {
  name: string;
  columns: string[];
}

export interface SavedSequence {
  name: string;
  last_value: string;
  is_called: boolean;
}

/** Not ours to save: PostgreSQL's own, the queue of jobs (asked for again by what they serve), the level (kept apart). */
const foreign = "'pg_catalog', 'information_schema', 'pg_toast', 'public', 'pgboss', 'migrations'";

export const quoted = (name: string) =>
  name
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");

/** Our schemas: every one that a migration made. */
export async function listSchemas(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace
     where nspname not in (${foreign}) and nspname !~ '^pg_(temp|toast)' order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Our tables, by name: foreign keys are put back once every row is there, so that their order does not matter. */
export async function listTables(client: ClientBase): Promise<SavedTable[]> {
  const { rows } = await client.query<SavedTable>(
    `select format('%s.%s', schema.nspname, class.relname) as name,
       array(select attname::text from pg_attribute
             where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
             order by attnum) as columns
     from pg_class class join pg_namespace schema on schema.oid = class.relnamespace
     where class.relkind = 'r' and schema.nspname not in (${foreign}) and schema.nspname !~ '^pg_(temp|toast)'
     order by 1`,
  );
  return rows;
}

/** Takes our foreign keys away, and gives what puts them back: tables may point to one another in rings. */
export async function dropForeignKeys(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(keys.oid)) as add
     from pg_constraint keys join pg_namespace schema on schema.oid = connamespace
     where contype = 'f' and conparentid = 0
       and schema.nspname not in (${foreign}) and schema.nspname !~ '^pg_(temp|toast)'
     order by 2`,
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ add }) => add);
}

export async function listSequences(client: ClientBase): Promise<SavedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%s.%s', schemaname, sequencename) as name from pg_sequences
     where schemaname not in (${foreign}) order by 1`,
  );
  const sequences: SavedSequence[] = [];
  for (const { name } of rows) {
    const read = await client.query<Omit<SavedSequence, "name">>(
      `select last_value::text, is_called from ${quoted(name)}`,
    );
    sequences.push(...read.rows.map((row) => ({ name, ...row })));
  }
  return sequences;
}
