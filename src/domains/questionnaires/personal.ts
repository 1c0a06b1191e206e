import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart } from "#platform/personal-data.ts";

const listParticipations = (db: Db, emails: readonly string[]) =>
  db
    .selectFrom("questionnaires.participants")
    .select(["id", "name", "email", "created_at", "seen_at"])
    .where((line) => line(line.fn("lower", ["email"]), "in", [...emails]))
    .orderBy("id")
    .execute();

/** Those who were asked to answer a questionnaire: their name and address go, what their organisation answered stays. */
export const questionnairesPart: PersonalPart = {
  id: "questionnaires",
  label: "Questionnaires",
  async read(db, { emails }) {
    if (emails.length === 0) return [];
    const rows = (await listParticipations(db, emails)).map((row) => ({
      Nom: row.name,
      Adresse: row.email,
      "Invitée le": row.created_at.toISOString(),
      "Vue le": row.seen_at?.toISOString() ?? null,
    }));
    return [{ title: "Réponses à des questionnaires", rows }];
  },
  async foresee(db, { emails }) {
    const count = emails.length === 0 ? 0 : (await listParticipations(db, emails)).length;
    return [
      {
        what: "Nom et adresse de qui répond à un questionnaire",
        count,
        outcome: "anonymised",
        why: "Ce que son organisation a répondu reste ; qui tenait la plume, non.",
      },
    ];
  },
  async erase(db, { emails }) {
    if (emails.length === 0) return;
    const { rows } = await sql<{ id: number }>`
      update questionnaires.participants set name = '', email = '', expires_at = now()
      where lower(email) = any(${[...emails]}::text[]) returning id`.execute(db);
    await forgetChanges(
      db,
      "questionnaires.participants",
      rows.map(({ id }) => id),
    );
  },
};
