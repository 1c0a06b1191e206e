import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart, type Subject } from "#platform/personal-data.ts";
import { eraseOwnPage, foreseeOwnPage, readOwnPage } from "./personal.hosts.ts";
import { keptMonths } from "./rules.keeping.ts";

const of = ({
  emails,
  names,
}: Subject) => sql<boolean>`(lower(email) = any(${[...emails].map((text) => text.toLowerCase())}::text[])
  or lower(name) = any(${[...names].map((text) => text.toLowerCase())}::text[]))`;

const list = (db: Db, subject: Subject) =>
  db
    .selectFrom("support.appointments")
    .select([
      "id",
      "name",
      "email",
      "phone",
      "organisation_typed",
      "subject",
      "message",
      "starts_at",
      "state",
    ])
    .where(of(subject))
    .orderBy("id")
    .execute();

/** Who came to an appointment: the name, the address and the words go; that there was one stays. Of who receives, their page. */
export const appointmentsPart: PersonalPart = {
  id: "support.appointments",
  label: "Rendez-vous",
  async read(db, subject) {
    return [
      {
        title: "Rendez-vous pris",
        rows: (await list(db, subject)).map((row) => ({
          Le: row.starts_at.toISOString(),
          Nom: row.name,
          Adresse: row.email,
          Téléphone: row.phone,
          Organisation: row.organisation_typed,
          Sujet: row.subject,
          Message: row.message,
          Annulé: row.state === "cancelled",
        })),
      },
      ...(await readOwnPage(db, subject.userId)),
    ];
  },
  async foresee(db, subject) {
    return [
      {
        what: "Rendez-vous pris avec l’équipe",
        count: (await list(db, subject)).length,
        outcome: "anonymised",
        why: `Le jour, l’organisation et le sujet restent, pour le bilan ; le nom et l’adresse s’effacent d’eux-mêmes ${keptMonths} mois après.`,
      },
      ...(await foreseeOwnPage(db, subject.userId)),
    ];
  },
  async erase(db, subject, { now }) {
    const { rows } = await sql<{ id: number }>`update support.appointments
      set name = '', email = '', phone = '', message = '', notes = '', erased_at = ${now}, link = link + 1
      where ${of(subject)} returning id`.execute(db);
    await forgetChanges(
      db,
      "support.appointments",
      rows.map(({ id }) => id),
    );
    await eraseOwnPage(db, subject.userId);
  },
};
