import { createQuestionnaire } from "#domains/questionnaires/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Content } from "#platform/questionnaire/content.ts";

/** The two questionnaires of an event: what is asked to who registers, and what they thought of it. */
export type Asking = "questionnaire_id" | "satisfaction_id";

const first: Readonly<Record<Asking, (title: string) => Content>> = {
  questionnaire_id: (title) => ({
    title: `Questions : ${title}`.slice(0, 200),
    sections: [
      {
        id: "s1",
        title: "Avant de venir",
        questions: [{ id: "q1", kind: "paragraph", label: "Qu’attendez-vous de ce moment ?" }],
      },
    ],
  }),
  satisfaction_id: (title) => ({
    title: `Votre avis : ${title}`.slice(0, 200),
    sections: [
      {
        id: "s1",
        title: "Votre avis",
        questions: [
          {
            id: "q1",
            kind: "choice",
            label: "Ce moment a-t-il répondu à vos attentes ?",
            required: true,
            options: [
              { id: "o1", label: "Tout à fait" },
              { id: "o2", label: "Plutôt" },
              { id: "o3", label: "Plutôt pas" },
              { id: "o4", label: "Pas du tout" },
            ],
          },
          { id: "q2", kind: "paragraph", label: "Qu’est-ce qui vous a été le plus utile ?" },
          { id: "q3", kind: "paragraph", label: "Que faudrait-il changer ?" },
        ],
      },
    ],
  }),
};

/** Gives an event a questionnaire of its own, as a first draft to be written and published; false when it has one. */
export function addQuestions(
  db: Db,
  author: Author,
  { eventId, title }: { eventId: number; title: string },
  asking: Asking,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const event = await db
      .selectFrom("agenda.events")
      .select(asking)
      .where("id", "=", eventId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!event || event[asking] !== null) return false;
    const { id } = await createQuestionnaire(db, author, "agenda", first[asking](title));
    await db
      .updateTable("agenda.events")
      .set((row) => ({ [asking]: id, version: row("version", "+", 1) }))
      .where("id", "=", eventId)
      .execute();
    return true;
  });
}
