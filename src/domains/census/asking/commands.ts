import { listFields } from "#domains/directory/index.ts";
import { createQuestionnaire, findQuestionnaire, publishDraft } from "#domains/questionnaires/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { confirmContent } from "./rules.content.ts";

/** Makes « Confirmer votre fiche » from the fields of the record, and publishes it: staff change it after. Gives its number. */
export function addConfirmQuestionnaire(db: Db, author: Author): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await createQuestionnaire(db, author, "census", confirmContent(await listFields(db)));
    const draft = (await findQuestionnaire(db, id))?.draft;
    if (draft) await publishDraft(db, author, draft, new Date());
    return id;
  });
}
