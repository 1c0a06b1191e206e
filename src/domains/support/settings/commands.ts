import { sql } from "kysely";
import { createQuestionnaire, findQuestionnaire, publishDraft } from "#domains/questionnaires/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { RuleForm, SettingsForm } from "./input.ts";

/** Writes what the network decided; false when a colleague changed it since `version`. */
export async function changeSettings(db: Db, author: Author, form: SettingsForm): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("support.settings")
      .set({
        offer: form.offre,
        answer_days: form.delai,
        default_pole_id: form.pole,
        default_referent_id: form.referent,
        notes_months: form.notes,
        quiet_weeks: form.silence,
        questionnaire_on: form.questions === "oui",
        version: sql<number>`version + 1`,
        updated_at: sql<Date>`now()`,
      })
      .where("id", "=", 1)
      .where("version", "=", form.version)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  });
}

/** Adds a line to those that say who answers, after the others. */
export async function addRule(db: Db, author: Author, rule: RuleForm): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await sql`lock table support.routing_rules in share row exclusive mode`.execute(db);
    await db
      .insertInto("support.routing_rules")
      .values({
        position: sql<number>`(select coalesce(max(position), 0) + 1 from support.routing_rules)`,
        theme_ids: rule.themes,
        department_codes: rule.departements,
        pole_id: rule.pole_de,
        referent_id: rule.referent_de,
      })
      .execute();
  });
}

/** Takes a line away; what it put in hands stays there. */
export async function removeRule(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db.deleteFrom("support.routing_rules").where("id", "=", id).execute(),
  );
}

/** Puts a line before the one above it; the first one stays. */
export async function raiseRule(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await sql`lock table support.routing_rules in share row exclusive mode`.execute(db);
    await sql`
      with placed as (
        select id, row_number() over (order by position, id) as place from support.routing_rules
      ), wanted as (select place from placed where id = ${id} and place > 1)
      update support.routing_rules rule
      set position = case when placed.id = ${id} then placed.place - 1
        when placed.place = (select place from wanted) - 1 then placed.place + 1 else placed.place end
      from placed where placed.id = rule.id and exists (select from wanted)`.execute(db);
  });
}

/** Makes the network's own questions, with a first one to replace, and publishes them; made already, nothing changes. */
export async function makeQuestions(db: Db, author: Author, now: Date): Promise<void> {
  await inTransaction(db, author, async (db) => {
    const settings = await db
      .selectFrom("support.settings")
      .select("questionnaire_id")
      .where("id", "=", 1)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (settings.questionnaire_id) return;
    const { id } = await createQuestionnaire(db, author, "support", firstQuestions);
    const draft = (await findQuestionnaire(db, id))?.draft;
    if (draft) await publishDraft(db, author, draft, now);
    await db.updateTable("support.settings").set({ questionnaire_id: id }).where("id", "=", 1).execute();
  });
}

const firstQuestions = {
  title: "Pour mieux vous répondre",
  intro: "Quelques questions de plus. Aucune n’est obligatoire.",
  thanks: "Merci : la personne qui vous répond les lira avant de vous écrire.",
  sections: [
    {
      id: "projet",
      title: "Votre projet",
      questions: [
        {
          id: "avancement",
          kind: "paragraph" as const,
          label: "Où en êtes-vous aujourd’hui ?",
          longest: 4000,
        },
        { id: "echeance", kind: "date" as const, label: "Y a-t-il une échéance ?" },
      ],
    },
  ],
};
