import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type ErasureLine, forgetChanges, type PersonalSection } from "#platform/personal-data.ts";

const listOwn = async (db: Db, userId: string) =>
  (
    await sql<{
      id: number;
      name: string;
      slug: string;
      presentation: string;
      site: string | null;
      busy: number;
      absences: number;
      created_at: Date;
    }>`
      select host.id, host.name, host.slug, host.presentation, host.created_at,
        substring(host.secret from '^[a-z]+://(?:[^/@]*@)?([^/:?#]+)') as site,
        (select count(*)::int from support.busy_times where host_id = host.id) as busy,
        (select count(*)::int from support.absences where host_id = host.id) as absences
      from support.hosts host where host.account_id = ${userId}::uuid`.execute(db)
  ).rows;

const listAbsences = async (db: Db, userId: string) =>
  (
    await sql<{ from_on: string; to_on: string; why: string }>`
      select absence.from_on, absence.to_on, absence.why
      from support.absences absence join support.hosts host on host.id = absence.host_id
      where host.account_id = ${userId}::uuid order by absence.from_on, absence.id`.execute(db)
  ).rows;

/** What is kept of an officer who receives: their page, whose calendar is read (the site, never the secret address), absences. */
export async function readOwnPage(db: Db, userId: string | null): Promise<PersonalSection[]> {
  if (!userId) return [];
  return [
    {
      title: "Page de rendez-vous",
      rows: (await listOwn(db, userId)).map((row) => ({
        Nom: row.name,
        Adresse: row.slug,
        Présentation: row.presentation,
        "Agenda lu, sur le site": row.site,
        "Temps pris, lus dans cet agenda": row.busy,
        "Ouverte le": row.created_at.toISOString(),
      })),
    },
    {
      title: "Absences annoncées",
      rows: (await listAbsences(db, userId)).map(({ from_on, to_on, why }) => ({
        Du: from_on,
        Au: to_on,
        Motif: why,
      })),
    },
  ];
}

export async function foreseeOwnPage(db: Db, userId: string | null): Promise<ErasureLine[]> {
  const own = userId ? await listOwn(db, userId) : [];
  const calendars = own.filter(({ site, busy }) => site !== null || busy > 0);
  return [
    {
      what: "Page de rendez-vous : nom, adresse et présentation ; elle est fermée",
      count: own.length,
      outcome: "anonymised",
      why: "Les rendez-vous qu’elle a reçus restent comptés.",
    },
    {
      what: "Adresse de son agenda, et quand il dit qu’elle est prise",
      count: calendars.length,
      outcome: "erased",
    },
    {
      what: "Absences annoncées",
      count: own.reduce((sum, { absences }) => sum + absences, 0),
      outcome: "erased",
    },
  ];
}

/** Closes their page without a name, and forgets their calendar and absences, out of the change log too. */
export async function eraseOwnPage(db: Db, userId: string | null): Promise<void> {
  if (!userId) return;
  const { rows } = await sql<{ id: number }>`
    update support.hosts set name = 'Compte effacé', slug = 'efface-' || id, presentation = '', secret = '', listed = false,
      open = false, feed_link = feed_link + 1, version = version + 1, updated_at = now()
    where account_id = ${userId}::uuid returning id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await forgetCalendars(db, ids);
  const absences = await sql<{ id: number }>`
    delete from support.absences where host_id = any(${ids}::bigint[]) returning id`.execute(db);
  await forgetChanges(db, "support.hosts", ids);
  await forgetChanges(
    db,
    "support.absences",
    absences.rows.map(({ id }) => id),
  );
}

/** Forgets what was read of the calendars of these officers. */
export async function forgetCalendars(db: Db, hostIds: readonly number[]): Promise<void> {
  await sql`delete from support.calendar_readings where host_id = any(${[...hostIds]}::bigint[])`.execute(db);
  await sql`delete from support.busy_times where host_id = any(${[...hostIds]}::bigint[])`.execute(db);
}
