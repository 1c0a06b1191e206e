import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Outcome } from "./commands.ts";
import type { RoleForm } from "./input.ts";

const columnsOf = (form: RoleForm) => ({
  title: form.titre,
  kind: form.genre,
  since: form.depuis,
  until: form.jusqua,
  // One who has left is not the one to write to.
  main_contact: form.interlocuteur && form.jusqua === null,
  visibility: form.vue,
});

/** Gives a person a role in an organisation; as main contact, takes the place of who was. Gives back its number. */
export function addRole(
  db: Db,
  author: Author,
  { personId, organisationId }: { personId: number; organisationId: number },
  form: RoleForm,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const columns = columnsOf(form);
    await holdOrganisation(db, organisationId);
    if (columns.main_contact) await freeMainContact(db, organisationId);
    const { id } = await db
      .insertInto("directory.roles")
      .values({ person_id: personId, organisation_id: organisationId, ...columns })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Changes a role that is still at this version; `stale` when a colleague changed it first. */
export function changeRole(
  db: Db,
  author: Author,
  role: { id: number; organisation_id: number },
  version: number,
  form: RoleForm,
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const columns = columnsOf(form);
    await holdOrganisation(db, role.organisation_id);
    if (columns.main_contact) await freeMainContact(db, role.organisation_id, role.id);
    const done = await db
      .updateTable("directory.roles")
      .set({ ...columns, version: version + 1 })
      .where("id", "=", role.id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (done.numUpdatedRows === 1n) return { ok: true };
    return { ok: false, refusal: "stale" };
  });
}

/** Makes this role the main contact of its organisation, instead of who was; false when it is over. */
export function chooseMainContact(
  db: Db,
  author: Author,
  role: { id: number; organisation_id: number },
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    await holdOrganisation(db, role.organisation_id);
    const open = await db
      .selectFrom("directory.roles")
      .select("id")
      .where("id", "=", role.id)
      .where("until", "is", null)
      .executeTakeFirst();
    if (!open) return false;
    await freeMainContact(db, role.organisation_id, role.id);
    await db
      .updateTable("directory.roles")
      .set({ main_contact: true, version: sql`version + 1` })
      .where("id", "=", role.id)
      .where("main_contact", "=", false)
      .execute();
    return true;
  });
}

/** Ends a role on this day: it stays, in the past. `dates` when it had not begun; false when it is over already. */
export async function endRole(db: Db, author: Author, id: number, on: Day): Promise<boolean | "dates"> {
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ early: boolean }>`
      select coalesce(since > ${on}, false) as early from directory.roles
      where id = ${id} and until is null for update`.execute(db);
    if (!rows[0]) return false;
    if (rows[0].early) return "dates";
    await db
      .updateTable("directory.roles")
      .set({ until: on, main_contact: false, version: sql`version + 1` })
      .where("id", "=", id)
      .execute();
    return true;
  });
}

/** Takes back the end of a role. Who was main contact is chosen again by hand: another may be by now. */
export async function reopenRole(db: Db, author: Author, id: number): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.roles")
      .set({ until: null, version: sql`version + 1` })
      .where("id", "=", id)
      .where("until", "is not", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Two colleagues who choose the main contact of one organisation at once come one after the other. */
const holdOrganisation = (db: Db, organisationId: number) =>
  sql`select from directory.organisations where id = ${organisationId} for no key update`.execute(db);

const freeMainContact = (db: Db, organisationId: number, except = 0) =>
  db
    .updateTable("directory.roles")
    .set({ main_contact: false, version: sql`version + 1` })
    .where("organisation_id", "=", organisationId)
    .where("main_contact", "=", true)
    .where("id", "<>", except)
    .execute();
