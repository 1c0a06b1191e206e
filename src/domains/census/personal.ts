import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart, type Subject } from "#platform/personal-data.ts";

const written = (column: string, { emails, names }: Subject) =>
  sql<boolean>`lower(${sql.ref(column)}) = any(${[...emails, ...names].map((text) => text.toLowerCase())}::text[])`;

const listAnswers = (db: Db, subject: Subject) =>
  db
    .selectFrom("census.answers")
    .select(["id", "said_by", "message", "answered_at"])
    .where(written("said_by", subject))
    .orderBy("id")
    .execute();

const listInvitations = (db: Db, subject: Subject) =>
  db
    .selectFrom("census.invitations")
    .select(["id", "email", "contact", "created_at"])
    .where((line) => line.or([written("email", subject), written("contact", subject)]))
    .orderBy("id")
    .execute();

/** Whom a campaign wrote to, and who answered for an organisation: the name goes, what the organisation said stays. */
export const censusPart: PersonalPart = {
  id: "census",
  label: "Recensement",
  async read(db, subject) {
    return [
      {
        title: "Invitations à un recensement",
        rows: (await listInvitations(db, subject)).map((row) => ({
          Adresse: row.email,
          Contact: row.contact,
          Le: row.created_at.toISOString(),
        })),
      },
      {
        title: "Réponses à un recensement",
        rows: (await listAnswers(db, subject)).map((row) => ({
          "Dit par": row.said_by,
          Message: row.message,
          Le: row.answered_at.toISOString(),
        })),
      },
    ];
  },
  async foresee(db, subject) {
    return [
      {
        what: "Adresse à laquelle un recensement a écrit",
        count: (await listInvitations(db, subject)).length,
        outcome: "anonymised",
        why: "Que l’organisation ait été invitée, et quand, reste.",
      },
      {
        what: "Nom et message de qui a répondu à un recensement",
        count: (await listAnswers(db, subject)).length,
        outcome: "anonymised",
        why: "Ce que son organisation a répondu reste.",
      },
    ];
  },
  async erase(db, subject) {
    const answers = await sql<{ id: number }>`update census.answers set said_by = '', message = ''
      where ${written("said_by", subject)} returning id`.execute(db);
    const invitations = await sql<{ id: number }>`update census.invitations set email = null, contact = ''
      where ${written("email", subject)} or ${written("contact", subject)} returning id`.execute(db);
    for (const [table, { rows }] of [
      ["census.answers", answers],
      ["census.invitations", invitations],
    ] as const)
      await forgetChanges(
        db,
        table,
        rows.map(({ id }) => id),
      );
  },
};
