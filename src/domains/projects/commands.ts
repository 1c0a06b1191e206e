import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { writeLines } from "./commands.lines.ts";
import type { ProjectEntry } from "./entry.ts";
import type { Origin } from "./rules.ts";

/** In which state a new project stands, and where it comes from. */
export interface Standing {
  status?: "proposed" | "published";
  visibility?: "listed" | "internal";
  origin?: Origin;
  originRef?: string;
  originLabel?: string;
  importId?: number;
  importLine?: number;
}

/** Adds a project: known of the team and seen of nobody else, unless `standing` says otherwise. Its number. */
export function addProject(
  db: Db,
  author: Author,
  entry: ProjectEntry,
  standing: Standing = {},
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("projects.projects")
      .values({
        ...columnsOf(entry),
        notes: entry.notes,
        status: standing.status ?? "published",
        visibility: standing.visibility ?? "internal",
        origin: standing.origin ?? "own",
        origin_ref: standing.originRef ?? null,
        origin_label: standing.originLabel ?? "",
        import_id: standing.importId ?? null,
        import_line: standing.importLine ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await writeLines(db, id, entry);
    if (standing.visibility === "listed") await noteAct(db, author, id, "publish");
    return id;
  });
}

export type ChangeOutcome = { ok: true } | { ok: false; refusal: "stale" };

/** Replaces what is said of a project that is still at `version`; refused (`stale`) when a colleague was first. */
export function changeProject(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: ProjectEntry,
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("projects.projects")
      .set({ ...columnsOf(entry), notes: entry.notes, ...next })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return { ok: false, refusal: "stale" };
    await writeLines(db, id, entry);
    return { ok: true };
  });
}

/** Shows a project to everyone; one that was proposed is accepted by it. An archived one stays where it is. Twice is once. */
export function publishProject(db: Db, author: Author, id: number): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const done = await db
      .updateTable("projects.projects")
      .set({ status: "published", visibility: "listed", ...next })
      .where("id", "=", id)
      .where("status", "<>", "archived")
      .where((row) => row.or([row("status", "=", "proposed"), row("visibility", "=", "internal")]))
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return false;
    await noteAct(db, author, id, "publish");
    return true;
  });
}

/** Takes a project back from the public: the team keeps it. Twice is once. */
export function withdrawProject(db: Db, author: Author, id: number): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const done = await db
      .updateTable("projects.projects")
      .set({ visibility: "internal", ...next })
      .where("id", "=", id)
      .where("visibility", "=", "listed")
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return false;
    await noteAct(db, author, id, "withdraw");
    return true;
  });
}

async function noteAct(db: Db, author: Author, projectId: number, act: "publish" | "withdraw") {
  await db
    .insertInto("projects.publications")
    .values({ project_id: projectId, act, account_id: author.accountId })
    .execute();
}

/** Puts a project away: it leaves the lists and the public site, and nothing of it is lost. Twice is once. */
export async function archiveProject(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("projects.projects")
      .set({ status: "archived", archived_from: sql`status`, ...next })
      .where("id", "=", id)
      .where("status", "<>", "archived")
      .execute(),
  );
}

/** Takes a project out of the archive, as it was. */
export async function restoreProject(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("projects.projects")
      .set({ status: sql`coalesce(archived_from, 'published')`, archived_from: null, ...next })
      .where("id", "=", id)
      .where("status", "=", "archived")
      .execute(),
  );
}

const next = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };

const sorted = <Value extends string | number>(values: readonly Value[]) => [...new Set(values)].sort();

/** The columns of a project from what is said of it. */
export function columnsOf(entry: ProjectEntry) {
  const goals = entry.mainGoalId === null ? entry.goalIds : [...entry.goalIds, entry.mainGoalId];
  const away = entry.places.flatMap(({ side, countryCode }) =>
    side === "there" && countryCode ? [countryCode] : [],
  );
  return {
    title: entry.title,
    summary: entry.summary,
    description: entry.description,
    website: entry.website,
    stage: entry.stage,
    starts_on: entry.starts?.on ?? null,
    starts_precision: entry.starts?.precision ?? null,
    ends_on: entry.ends?.on ?? null,
    ends_precision: entry.ends?.precision ?? null,
    axis_id: entry.axisId,
    sector_ids: sorted(entry.sectorIds),
    main_goal_id: entry.mainGoalId,
    goal_ids: sorted(goals),
    country_codes: sorted([...entry.countryCodes, ...away]),
    beneficiaries: entry.beneficiaries,
    beneficiary_count: entry.beneficiaryCount,
  };
}
