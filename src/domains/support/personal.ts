import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart, type Subject } from "#platform/personal-data.ts";

const sameAddress = (column: RawBuilder<unknown>, { emails }: Subject) =>
  sql<boolean>`lower(${column}) = any(${[...emails]}::text[])`;

const listRequests = async (db: Db, subject: Subject) =>
  (
    await sql<{
      id: number;
      subject: string;
      name: string;
      email: string;
      phone: string;
      message: string;
      created_at: Date;
    }>`
      select request.id, course.subject, request.name, request.email, request.phone, request.message, request.created_at
      from support.requests request join support.courses course on course.id = request.course_id
      where request.email <> '' and ${sameAddress(sql`request.email`, subject)} order by request.id`.execute(
      db,
    )
  ).rows;

const mine = (subject: Subject) =>
  sql<boolean>`(person_id = ${subject.personId} or (email <> '' and ${sameAddress(sql`email`, subject)}))`;

const listPlaces = async (db: Db, subject: Subject) =>
  (
    await sql<{ id: number; name: string; email: string; phone: string; title: string }>`
      select id, name, email, phone, title from support.course_people where ${mine(subject)} order by id`.execute(
      db,
    )
  ).rows;

const listStays = async (db: Db, subject: Subject) =>
  (
    await sql<{ id: number; name: string; email: string; phone: string; title: string }>`
      select id, name, email, phone, title from support.cohort_people where ${mine(subject)} order by id`.execute(
      db,
    )
  ).rows;

const asRows = (rows: Awaited<ReturnType<typeof listPlaces>>) =>
  rows.map((row) => ({
    Nom: row.name,
    Fonction: row.title,
    Adresse: row.email,
    Téléphone: row.phone,
  }));

const listWords = async (db: Db, subject: Subject) =>
  (
    await sql<{ id: number; body: string; created_at: Date }>`
      select word.id, word.body, word.created_at from support.words word
      join support.requests request on request.course_id = word.course_id
      where word.from_requester and request.email <> '' and ${sameAddress(sql`request.email`, subject)}
      order by word.id`.execute(db)
  ).rows;

/** What support keeps of who asks, and of those with whom it is done. */
export const supportPart: PersonalPart = {
  id: "support",
  label: "Accompagnement",
  async read(db, subject) {
    return [
      {
        title: "Demandes d’accompagnement",
        rows: (await listRequests(db, subject)).map((row) => ({
          Sujet: row.subject,
          Nom: row.name,
          Adresse: row.email,
          Téléphone: row.phone,
          Message: row.message,
          Le: row.created_at.toISOString(),
        })),
      },
      {
        title: "Accompagnements où l’on est nommé",
        rows: asRows(await listPlaces(db, subject)),
      },
      {
        title: "Cohortes où l’on est nommé pour une organisation",
        rows: asRows(await listStays(db, subject)),
      },
      {
        title: "Mots écrits à l’équipe sur une demande",
        rows: (await listWords(db, subject)).map((row) => ({
          Mot: row.body,
          Le: row.created_at.toISOString(),
        })),
      },
    ];
  },
  async foresee(db, subject) {
    return [
      {
        what: "Demandes d’accompagnement : nom, adresse et message",
        count: (await listRequests(db, subject)).length,
        outcome: "anonymised",
        why: "L’accompagnement de l’organisation reste compté.",
      },
      {
        what: "Nom parmi les personnes d’un accompagnement",
        count: (await listPlaces(db, subject)).length,
        outcome: "erased",
      },
      {
        what: "Nom parmi les personnes référentes d’une cohorte",
        count: (await listStays(db, subject)).length,
        outcome: "erased",
      },
      {
        what: "Mots écrits à l’équipe sur une demande",
        count: (await listWords(db, subject)).length,
        outcome: "erased",
      },
    ];
  },
  async erase(db, subject) {
    const words = (await listWords(db, subject)).map(({ id }) => id);
    const requests = (await listRequests(db, subject)).map(({ id }) => id);
    const places = (await listPlaces(db, subject)).map(({ id }) => id);
    const stays = (await listStays(db, subject)).map(({ id }) => id);
    await sql`delete from support.cohort_people where id = any(${stays}::bigint[])`.execute(db);
    await forgetChanges(db, "support.cohort_people", stays);
    await sql`delete from support.words where id = any(${words}::bigint[])`.execute(db);
    await sql`delete from support.course_people where id = any(${places}::bigint[])`.execute(db);
    await sql`update support.requests set name = 'Effacé', email = '', phone = '', title = '', message = 'Effacé'
      where id = any(${requests}::bigint[])`.execute(db);
    await forgetChanges(db, "support.words", words);
    await forgetChanges(db, "support.course_people", places);
    await forgetChanges(db, "support.requests", requests);
  },
};
