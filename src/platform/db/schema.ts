import { sql } from "kysely";
import type { Db } from "./index.ts";

interface Line {
  relation: string;
  kind: string;
  line: string;
}

/**
 * The database as one page of text: each table and view with its columns, what must be true of them, its indexes and
 * triggers. `db/schema.txt` is this text; a test keeps it true.
 */
export async function describeSchema(db: Db): Promise<string> {
  const { rows } = await sql<Line>`
    with ours as (
      select class.oid, format('%s.%s', schema.nspname, class.relname) as relation,
             case class.relkind when 'v' then 'view' else 'table' end as kind
      from pg_class class join pg_namespace schema on schema.oid = class.relnamespace
      where class.relkind in ('r', 'v')
        and schema.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'migrations', 'public'))
    select relation, kind, line from (
      select relation, kind, 1 as part, attnum as position,
             format('  %s %s%s%s', attname, format_type(atttypid, atttypmod),
                    case when attnotnull then ' not null' else '' end,
                    case when attgenerated <> '' then ' generated as ' || pg_get_expr(adbin, adrelid)
                         when attidentity <> '' then ' identity'
                         else coalesce(' default ' || pg_get_expr(adbin, adrelid), '') end) as line
      from ours join pg_attribute on attrelid = ours.oid and attnum > 0 and not attisdropped
      left join pg_attrdef on adrelid = ours.oid and adnum = attnum
      union all
      select relation, kind, 2, row_number() over (partition by ours.oid order by contype desc, conname),
             '  ' || pg_get_constraintdef(pg_constraint.oid)
      from ours join pg_constraint on conrelid = ours.oid and contype <> 'n'
      union all
      select relation, kind, 3, row_number() over (partition by ours.oid order by indexname),
             '  ' || regexp_replace(indexdef, '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+', lower('\\1') || 'index')
      from ours join pg_indexes on format('%s.%s', schemaname, tablename) = relation
      where not exists (select from pg_constraint where conindid = format('%I.%I', schemaname, indexname)::regclass)
      union all
      select relation, kind, 4, row_number() over (partition by ours.oid order by tgname),
             '  trigger ' || tgname || ' → ' || tgfoid::regproc
      from ours join pg_trigger on tgrelid = ours.oid and not tgisinternal
    ) facts
    order by relation collate "C", part, position`.execute(db);
  const relations = Map.groupBy(rows, ({ kind, relation }) => `${kind} ${relation}`);
  return [...relations]
    .map(([name, lines]) => [name, ...lines.map(({ line }) => line), ""].join("\n"))
    .join("\n");
}
