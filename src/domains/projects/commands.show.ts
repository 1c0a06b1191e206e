import type { Author, Db } from "#platform/db/index.ts";
import { inTransaction } from "#platform/db/index.ts";
import { addProject } from "./commands.ts";
import { blankEntry, type ProjectEntry } from "./entry.ts";
import type { Origin } from "./rules.ts";

/** Something of another room or scheme, as a project. */
export interface ShownProject extends Partial<ProjectEntry> {
  origin: Exclude<Origin, "own">;
  /** Its number there, stable: with the origin, what makes it one. */
  ref: string;
  /** What is said beside its origin: `Récital 2021`. */
  label?: string;
  title: string;
  visibility?: "listed" | "internal";
}

/**
 * Shows a tandem, a funded initiative or a programme as a project of the panorama, and gives its number. Done again with
 * the same origin and ref, it gives the same project and leaves it as it is: the team may have worked on it since.
 */
export function showAsProject(db: Db, author: Author, shown: ShownProject): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { origin, ref, label, visibility, ...said } = shown;
    const known = await db
      .selectFrom("projects.projects")
      .select("id")
      .where("origin", "=", origin)
      .where("origin_ref", "=", ref)
      .executeTakeFirst();
    if (known) return known.id;
    return addProject(
      db,
      author,
      { ...blankEntry, ...said },
      { origin, originRef: ref, originLabel: label, visibility },
    );
  });
}
