import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

export interface TitledProject {
  id: number;
  key: string;
  /** Names of who carries it, folded: as typed, and as the directory calls them. */
  carriers: string[];
}

/** The projects that bear one of these titles, but for accents and case; those of this import are not yet there for its own rows. */
export async function listTitled(
  db: Db,
  importId: number,
  titles: readonly string[],
): Promise<TitledProject[]> {
  if (titles.length === 0) return [];
  const { rows } = await sql<TitledProject>`
    select project.id, project.key, array(
      select platform.fold(said.name) from projects.participants participant
      left join directory.shared_organisations organisation on organisation.id = participant.organisation_id
      cross join lateral (values (participant.name), (organisation.name)) as said (name)
      where participant.project_id = project.id and participant.role = 'carrier' and said.name is not null) as carriers
    from projects.projects project
    where project.key in (select platform.fold(title) from unnest(${[...titles]}::text[]) title)
      and project.import_id is distinct from ${importId} and project.status <> 'archived'
    order by project.id`.execute(db);
  return rows;
}

/** The projects that an import brought in and that are still there, by line. */
export async function listImported(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .selectFrom("projects.projects")
    .select(["id", "title", "import_line as line"])
    .select(sql<number>`count(*) over ()`.as("total"))
    .where("import_id", "=", importId)
    .orderBy("import_line")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
