import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Nature } from "../events/entry.ts";

/** A module with its cycle, and how often it was taught: its dates that were held, the last of them. */
export interface ModuleLine {
  id: number;
  title: string;
  cycle: string | null;
  nature: Nature | null;
  duration_minutes: number | null;
  retired_at: string | null;
  sessions: number;
  last_on: string | null;
}

/** The catalogue: by cycle in the order of the list, then by module; those retired last. One statement. */
export async function listModules(db: Db, { retired = false } = {}): Promise<ModuleLine[]> {
  const { rows } = await sql<ModuleLine>`
    select module.id, module.title, cycle.label as cycle, module.nature, module.duration_minutes, module.retired_at,
           coalesce(taught.sessions, 0) as sessions, taught.last_on
    from agenda.modules module
    left join vocabularies.shared_terms cycle on cycle.id = module.cycle_id
    left join (
      select session.module_id, count(*)::int as sessions, max(session.starts_on) as last_on
      from agenda.shared_sessions session
      where session.module_id is not null and not session.cancelled and session.status = 'published' group by 1
    ) taught on taught.module_id = module.id
    where ${retired ? sql`module.retired_at is not null` : sql`module.retired_at is null`}
    order by cycle.position nulls last, cycle.label, module.position, module.id`.execute(db);
  return rows;
}

/** One module, retired or not, with the trainings that teach it, the last first. */
export function findModule(db: Db, id: number) {
  return db
    .selectFrom("agenda.modules as module")
    .leftJoin("vocabularies.shared_terms as cycle", "cycle.id", "module.cycle_id")
    .selectAll("module")
    .select("cycle.label as cycle")
    .$narrowType<{ nature: Nature | null; cycle: string | null }>()
    .select(
      sql<{ id: number; title: string; first_on: string | null }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', event.id, 'title', event.title, 'first_on', event.first_on)
          order by event.first_on desc nulls first, event.id desc), '[]')
        from agenda.shared_events event where event.module_id = module.id)`.as("trainings"),
    )
    .where("module.id", "=", id)
    .executeTakeFirst();
}
export type ModuleRecord = NonNullable<Awaited<ReturnType<typeof findModule>>>;
