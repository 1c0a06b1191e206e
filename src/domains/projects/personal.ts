import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart } from "#platform/personal-data.ts";

const newsOf = (db: Db, userId: string) => db.selectFrom("projects.updates").where("told_by", "=", userId);
const proposalsOf = (db: Db, userId: string) =>
  db.selectFrom("projects.proposals").where("proposed_by", "=", userId);

/** What the panorama keeps of who proposed something of a project: that they did, and what they wrote to the team. */
export const projectsPersonalPart: PersonalPart = {
  id: "projects",
  label: "Panorama",
  async read(db, { userId }) {
    if (!userId) return [];
    const proposals = await proposalsOf(db, userId)
      .select(["project_id", "message", "proposed_at", "state", "answer"])
      .orderBy("id")
      .execute();
    const news = await newsOf(db, userId)
      .select(["project_id", "told_on", "title", "state"])
      .orderBy("id")
      .execute();
    return [
      {
        title: "Propositions sur des projets",
        rows: proposals.map((line) => ({
          Projet: line.project_id,
          "Proposée le": line.proposed_at.toISOString(),
          "Mot à l’équipe": line.message,
          État: line.state,
          Réponse: line.answer,
        })),
      },
      {
        title: "Nouvelles données de projets",
        rows: news.map((line) => ({
          Projet: line.project_id,
          Date: line.told_on,
          Titre: line.title,
          État: line.state,
        })),
      },
    ];
  },
  async foresee(db, { userId }) {
    if (!userId) return [];
    const { count } = await proposalsOf(db, userId)
      .select((line) => line.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    const news = await newsOf(db, userId)
      .select((line) => line.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return [
      { what: "Mots écrits à l’équipe en proposant un projet", count, outcome: "erased" },
      {
        what: "Nouvelles de projets : qui les a données",
        count: news.count,
        outcome: "anonymised",
        why: "La nouvelle est celle de l’organisation qui porte le projet.",
      },
    ];
  },
  async erase(db, { userId }) {
    if (!userId) return;
    const proposals = await db
      .updateTable("projects.proposals")
      .set({ message: "", proposed_by: null })
      .where("proposed_by", "=", userId)
      .returning("id")
      .execute();
    const news = await db
      .updateTable("projects.updates")
      .set({ told_by: null })
      .where("told_by", "=", userId)
      .returning("id")
      .execute();
    await forgetChanges(
      db,
      "projects.proposals",
      proposals.map(({ id }) => id),
    );
    await forgetChanges(
      db,
      "projects.updates",
      news.map(({ id }) => id),
    );
  },
};
