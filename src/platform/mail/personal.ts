import type { Db } from "../db/index.ts";
import type { PersonalPart, Subject } from "../personal-data.ts";

const addressed = (db: Db, { emails }: Subject) =>
  db.selectFrom("platform.letters").where((line) => line(line.fn("lower", ["recipient"]), "in", [...emails]));

/** The letters written to someone: what is kept of them is that a letter left, and when. */
export const lettersPart: PersonalPart = {
  id: "letters",
  label: "Courrier",
  async read(db, subject) {
    if (subject.emails.length === 0) return [];
    const letters = await addressed(db, subject)
      .select(["recipient", "subject", "text", "created_at", "sent_at"])
      .orderBy("id")
      .execute();
    const rows = letters.map((letter) => ({
      Destinataire: letter.recipient,
      Objet: letter.subject,
      Texte: letter.text,
      "Écrite le": letter.created_at.toISOString(),
      "Partie le": letter.sent_at?.toISOString() ?? null,
    }));
    return [{ title: "Lettres écrites par le site", rows }];
  },
  async foresee(db, subject) {
    if (subject.emails.length === 0) return [];
    const { count } = await addressed(db, subject)
      .select((line) => line.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return [
      {
        what: "Lettres : destinataire, objet et texte",
        count,
        outcome: "anonymised",
        why: "Qu’une lettre soit partie, et quand, reste pour répondre des envois.",
      },
    ];
  },
  async erase(db, { emails }) {
    if (emails.length === 0) return;
    await db
      .updateTable("platform.letters")
      .set((line) => ({
        recipient: "",
        subject: "Lettre effacée",
        text: "",
        html: "",
        error: null,
        // One that has not left will not.
        state: line
          .case()
          .when("state", "in", ["waiting", "sending"])
          .then("failed")
          .else(line.ref("state"))
          .end(),
      }))
      .where((line) => line(line.fn("lower", ["recipient"]), "in", [...emails]))
      .execute();
  },
};
