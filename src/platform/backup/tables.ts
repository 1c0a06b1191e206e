import type { ClientBase } from "pg";

/** A table as saved: its columns but the computed ones, in an order where each comes after those it points to. */
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

/** Our tables, ordered so that a row never points to one that is not loaded yet (tables that point to themselves do). */
export async function listTables(client: ClientBase): Promise<SavedTable[]> {
  const { rows } = await client.query<SavedTable & { needs: string[] }>(
    `select format('%s.%s', schema.nspname, class.relname) as name,
       array(select attname::text from pg_attribute
             where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
             order by attnum) as columns,
       array(select distinct format('%s.%s', target_schema.nspname, target.relname)
             from pg_constraint
             join pg_class target on target.oid = confrelid
             join pg_namespace target_schema on target_schema.oid = target.relnamespace
             where contype = 'f' and conrelid = class.oid and confrelid <> class.oid) as needs
     from pg_class class join pg_namespace schema on schema.oid = class.relnamespace
     where class.relkind = 'r' and schema.nspname not in (${foreign}) and schema.nspname !~ '^pg_(temp|toast)'
     order by 1`,
  );
  const ordered: SavedTable[] = [];
  const waiting = new Set(rows);
  while (waiting.size > 0) {
    const names = new Set([...waiting].map((table) => table.name));
    const free = [...waiting].filter((table) => !table.needs.some((need) => names.has(need)));
    if (free.length === 0)
      throw new Error(`Tables that point to one another in a ring: ${[...names].join(", ")}`);
    for (const table of free) {
      waiting.delete(table);
      ordered.push({ name: table.name, columns: table.columns });
    }
  }
  return ordered;
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
