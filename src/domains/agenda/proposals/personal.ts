import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart } from "#platform/personal-data.ts";

const of = (db: Db, emails: readonly string[]) =>
  db
    .selectFrom("agenda.proposals")
    .where((row) => row(row.fn("lower", ["email"]), "in", emails.length > 0 ? [...emails] : [""]));

/** What the agenda keeps of who proposes an event: their name, their address, what they wrote to the team. */
export const proposalsPersonalPart: PersonalPart = {
  id: "agenda-proposals",
  label: "Événements proposés",
  async read(db, { emails }) {
    const rows = await of(db, emails)
      .select(["title", "name", "email", "organisation", "message", "state", "answer", "created_at"])
      .orderBy("id")
      .execute();
    return [
      {
        title: "Événements proposés",
        rows: rows.map((line) => ({
          Événement: line.title,
          Nom: line.name,
          Courriel: line.email,
          Organisation: line.organisation,
          "Mot à l’équipe": line.message,
          État: line.state,
          Réponse: line.answer,
          "Proposé le": line.created_at.toISOString(),
        })),
      },
    ];
  },
  async foresee(db, { emails }) {
    const { count } = await of(db, emails)
      .select((line) => line.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return [{ what: "Propositions d’événements : nom, adresse et mot à l’équipe", count, outcome: "erased" }];
  },
  async erase(db, { emails }) {
    const rows = await of(db, emails).select("id").execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await db.deleteFrom("agenda.proposals").where("id", "in", ids).execute();
    await forgetChanges(db, "agenda.proposals", ids);
  },
};
