import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { addRecord, changeFields } from "./fields/commands.ts";
import type { FieldValues } from "./fields/registry.ts";
import type { StandingForm } from "./input.ts";

/** `taken`: the RNA or SIRET is another organisation's. `stale`: a colleague changed the record first. */
export type Outcome = { ok: true; id: number } | { ok: false; refusal: "taken" | "stale" };

const besideOf = ({ visibilite, statut, etiquettes }: StandingForm) => ({
  visibility: visibilite,
  status: statut,
  tag_ids: sql<number[]>`${etiquettes}::bigint[]`,
});

/** Adds one organisation; refuses (`taken`) an RNA or SIRET that another has, archived ones aside. */
export async function addOrganisation(
  db: Db,
  author: Author,
  values: FieldValues & { name: string },
  standing: StandingForm,
) {
  return unlessTaken(() =>
    inTransaction(db, author, async (db) => {
      const id = await addRecord(db, values, { beside: besideOf(standing) });
      return { ok: true, id } as const;
    }),
  );
}

/**
 * Changes what the team typed otherwise in the record of an organisation that is still at the version the form was
 * opened on; an archived one stays archived.
 */
export async function changeOrganisation(
  db: Db,
  author: Author,
  id: number,
  changes: FieldValues,
  standing: StandingForm,
): Promise<Outcome> {
  const beside = besideOf(standing);
  const outcome = await changeFields(db, author, id, changes, {
    source: { source: "staff" },
    version: standing.version,
    beside: {
      ...beside,
      status: sql<string>`case when status = 'archived' then status else ${standing.statut} end`,
    },
  });
  return outcome.ok ? { ok: true, id } : outcome;
}

/**
 * Notes that the organisation said its card is right on this day; nothing: that it never did. Does not touch what a
 * colleague may be changing at the same time.
 */
export async function confirmRecord(db: Db, author: Author, id: number, on: Day | null): Promise<void> {
  await inTransaction(db, author, (db) =>
    db.updateTable("directory.organisations").set({ confirmed_on: on }).where("id", "=", id).execute(),
  );
}

/** Puts an organisation away: it leaves lists, matching and the public site, and nothing of it is lost. */
export async function archiveOrganisation(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.organisations")
      .set({
        status: "archived",
        archived_from: sql`status`,
        version: sql`version + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", id)
      .where("status", "<>", "archived")
      .execute(),
  );
}

/** Puts one organisation in the public directory, or takes it out of it. */
export async function showOrganisation(
  db: Db,
  author: Author,
  id: number,
  visibility: "listed" | "internal",
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.organisations")
      .set({ visibility, version: sql`version + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .where("visibility", "<>", visibility)
      .execute(),
  );
}

/** Takes an organisation out of the archive, as it was; refuses (`taken`) when another has its RNA or SIRET by now. */
export async function restoreOrganisation(db: Db, author: Author, id: number): Promise<Outcome> {
  return unlessTaken(() =>
    inTransaction(db, author, async (db) => {
      await db
        .updateTable("directory.organisations")
        .set({
          status: sql`coalesce(archived_from, 'published')`,
          archived_from: null,
          version: sql`version + 1`,
          updated_at: sql`now()`,
        })
        .where("id", "=", id)
        .where("status", "=", "archived")
        .where("merged_into_id", "is", null) // its merge is undone instead
        .execute();
      return { ok: true, id } as const;
    }),
  );
}

/** The unique indexes decide, so that two people adding the same association at once cannot both win. */
async function unlessTaken(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "23505")
      return { ok: false, refusal: "taken" };
    throw error;
  }
}
