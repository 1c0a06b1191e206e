import { type Content, questionsOf } from "#platform/questionnaire/content.ts";
import { lookUp } from "#platform/questionnaire/sources.ts";
import type { Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import type { EditorFrame, EditorMount, MappedField } from "../contract.ts";
import { networkSources } from "../sources.ts";
import { type EditorAddresses, editorAddresses } from "./addresses.ts";
import { findQuestionnaire, type Questionnaire, type Revision } from "./queries.ts";

/** An editor opened: the questionnaire, what surrounds it, its addresses. */
export interface Editor {
  questionnaire: Questionnaire;
  frame: EditorFrame;
  at: EditorAddresses;
  fields: readonly MappedField[];
}

/** The editor of this request, or a 404. */
export async function openEditor(c: Request, mount: EditorMount): Promise<Editor> {
  const frame = found(await mount.find(c));
  const questionnaire = found(await findQuestionnaire(c.get("db"), frame.questionnaireId));
  const fields = (await mount.fields?.(c.get("db"))) ?? [];
  return { questionnaire, frame, at: editorAddresses(frame.href), fields };
}

/** The draft to change; a published questionnaire has none until a new revision is asked for: 404. */
export const draftOf = (editor: Editor): Revision => found(editor.questionnaire.draft);

/** What drawing a questionnaire needs: terms, countries. */
export const knownFor = (c: Request, content: Content) =>
  lookUp(c.get("db"), networkSources, questionsOf(content), { now: new Date() });
