import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart, type Subject } from "#platform/personal-data.ts";
import { forgetNames } from "./forgetting.ts";
import { sourceWords, stateWords } from "./texts.ts";

/** Registrations of someone: by their address, or because they are that person of the directory. */
const theirs = ({ emails, personId }: Subject) =>
  sql`(email = any(${[...emails]}::text[]) or person_id = ${personId}) and forgotten_at is null`;

/** Those that prove a training they followed. */
const proof = sql`exists (select from agenda.events event where event.id = registration.event_id and event.training)
  and exists (select from agenda.attendances attendance
              where attendance.registration_id = registration.id and attendance.state = 'present')`;

interface Row {
  id: number;
  title: string;
  name: string;
  email: string;
  phone: string;
  organisation: string;
  needs: string;
  state: string;
  source: string;
  created_at: Date;
  present: string;
  code: string | null;
}

async function listTheirs(db: Db, subject: Subject): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select registration.id, event.title, trim(given_name || ' ' || family_name) as name, email, phone, organisation, needs,
           state, source, registration.created_at,
           (select coalesce(string_agg(session.starts_on::text, ', ' order by session.starts_on), '')
            from agenda.attendances attendance join agenda.sessions session on session.id = attendance.session_id
            where attendance.registration_id = registration.id and attendance.state = 'present') as present,
           (select code from agenda.certificates certificate
            where certificate.registration_id = registration.id and certificate.revoked_at is null) as code
    from agenda.registrations registration join agenda.events event on event.id = registration.event_id
    where ${theirs(subject)} order by registration.id`.execute(db);
  return rows;
}

/** What the agenda keeps of those who register: given whole, erased but for what proves a training. */
export const registrationsPart: PersonalPart = {
  id: "registrations",
  label: "Inscriptions",
  async read(db, subject) {
    const rows = await listTheirs(db, subject);
    return [
      {
        title: "Inscriptions à des événements et à des formations",
        rows: rows.map((row) => ({
          Événement: row.title,
          Nom: row.name,
          Courriel: row.email,
          Téléphone: row.phone,
          Organisation: row.organisation,
          Besoins: row.needs,
          État: stateWords[row.state] ?? "",
          Origine: sourceWords[row.source] ?? "",
          "Inscription le": row.created_at.toISOString(),
          "Présences notées": row.present,
          Attestation: row.code,
        })),
      },
    ];
  },
  async foresee(db, subject) {
    const { rows } = await sql<{ proofs: number; others: number }>`
      select count(*) filter (where ${proof})::int as proofs, count(*) filter (where not (${proof}))::int as others
      from agenda.registrations registration where ${theirs(subject)}`.execute(db);
    const { proofs = 0, others = 0 } = rows[0] ?? {};
    return [
      {
        what: "Inscriptions : nom, coordonnées, organisation, besoins",
        count: others,
        outcome: "anonymised",
        why: "Qu’une place ait été prise reste, sans dire par qui : les totaux ne bougent pas.",
      },
      {
        what: "Inscriptions à une formation suivie : adresse, téléphone, besoins",
        count: proofs,
        outcome: "erased",
      },
      {
        what: "Formations suivies : nom, heures et attestation",
        count: proofs,
        outcome: "kept",
        why: "Preuve de la formation, que l’organisme doit pouvoir montrer : le nom et les heures s’effacent six ans après.",
      },
    ];
  },
  async erase(db, subject, { now }) {
    await forgetNames(db, sql`${theirs(subject)} and not (${proof})`, now);
    // What proves a training keeps the name alone; the address goes, and with it the way to the page.
    const { rows } = await sql<{ id: number }>`
      update agenda.registrations registration
      set email = '', phone = '', needs = '', keep_contact = false, person_id = null, link = link + 1,
          version = version + 1, updated_at = now()
      where ${theirs(subject)} returning id`.execute(db);
    await forgetChanges(
      db,
      "agenda.registrations",
      rows.map(({ id }) => id),
    );
  },
};
