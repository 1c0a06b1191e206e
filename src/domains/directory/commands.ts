import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { OrganisationForm } from "./input.ts";

/** Where an organisation is: its commune, or its département alone. */
export interface Seat {
  commune_code: string | null;
  department_code: string | null;
}

/** `taken`: the RNA or SIRET is another organisation's. `stale`: a colleague changed the record first. */
export type Outcome = { ok: true; id: number } | { ok: false; refusal: "taken" | "stale" };

const columnsOf = (form: OrganisationForm, seat: Seat) => ({
  name: form.nom,
  acronym: form.sigle,
  actor_type_id: form.type,
  family_id: form.type ? null : form.famille,
  rna: form.rna,
  siren: form.siren ?? form.siret?.slice(0, 9) ?? null,
  siret: form.siret,
  uai: form.uai,
  legal_form: form.forme,
  founded_year: form.annee,
  address: form.adresse,
  postal_code: form.code_postal,
  commune_code: seat.commune_code,
  department_code: seat.commune_code ? null : seat.department_code,
  website: form.site,
  description: form.presentation,
  visibility: form.visibilite,
  network_since: form.depuis,
});

/** Adds one organisation; refuses (`taken`) an RNA or SIRET that another has, archived ones aside. */
export async function addOrganisation(db: Db, author: Author, form: OrganisationForm, seat: Seat) {
  return unlessTaken(() =>
    inTransaction(db, author, async (db) => {
      const { id } = await db
        .insertInto("directory.organisations")
        .values({ ...columnsOf(form, seat), status: form.statut })
        .returning("id")
        .executeTakeFirstOrThrow();
      return { ok: true, id } as const;
    }),
  );
}

/** Changes an organisation that is still at the version the form was opened on; an archived one stays archived. */
export async function changeOrganisation(
  db: Db,
  author: Author,
  id: number,
  form: OrganisationForm,
  seat: Seat,
) {
  return unlessTaken(() =>
    inTransaction(db, author, async (db): Promise<Outcome> => {
      const done = await db
        .updateTable("directory.organisations")
        .set({
          ...columnsOf(form, seat),
          status: sql`case when status = 'archived' then status else ${form.statut} end`,
          version: sql`version + 1`,
          updated_at: sql`now()`,
        })
        .where("id", "=", id)
        .where("version", "=", form.version)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n ? { ok: true, id } : { ok: false, refusal: "stale" };
    }),
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
