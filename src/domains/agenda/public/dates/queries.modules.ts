import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** What is taught, whoever asks and whenever. */
export interface Module {
  id: number;
  title: string;
  cycle: string | null;
  /** The word of its cycle in addresses. */
  cycle_code: string | null;
  nature: "thematic" | "methodological" | null;
  objectives: string;
  contents: string;
  audience: string;
  prerequisites: string;
  duration_minutes: number | null;
}

/** What is on the catalogue today, by cycle. */
export async function readModules(db: Db): Promise<Module[]> {
  const { rows } = await sql<Module>`
    select module.id, module.title, cycle.label as cycle, cycle.code as cycle_code, module.nature, module.objectives,
           module.contents, module.audience, module.prerequisites, module.duration_minutes
    from agenda.modules module left join vocabularies.shared_terms cycle on cycle.id = module.cycle_id
    where module.retired_at is null
    order by cycle.position nulls last, cycle.label, module.position, module.title, module.id`.execute(db);
  return rows;
}
