import { randomUUID } from "node:crypto";
import type { Content } from "#platform/questionnaire/content.ts";
import {
  addQuestion,
  addSection,
  duplicateQuestion,
  duplicateSection,
  findQuestion,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
} from "#platform/questionnaire/editing.ts";
import type { MappedField } from "../contract.ts";

/** An id given to nothing else: eight letters and figures, a letter first. */
export const newId = () => `q${randomUUID().replaceAll("-", "").slice(0, 9)}`;

/** What a gesture made of the questionnaire: where to look next, and what can be said of it. */
export interface Gesture {
  content: Content;
  /** The id to show: the question added or moved. */
  at: string;
  /** Opens its form at once: it was just added. */
  opens?: "question" | "section";
  /** Removed: said, with a way back. */
  removed?: string;
}

/**
 * What a button asks for: `monter:<id>`, `descendre:<id>`, `doubler:<id>`, `retirer:<id>`, `question:<page or block>`,
 * `partie:`, `champ:<key>` (a ready-made question). Undefined when it says nothing that can be done.
 */
export function performGesture(
  content: Content,
  typed: string,
  fields: readonly MappedField[],
): Gesture | undefined {
  const [word = "", ...rest] = typed.split(":");
  const id = rest.join(":");
  if (word === "partie") {
    const section = { id: newId(), title: "Nouvelle partie", questions: [] };
    return { content: addSection(content, section), at: section.id, opens: "section" };
  }
  if (word === "champ") return addField(content, id, fields);
  const isSection = content.sections.some((section) => section.id === id);
  const question = findQuestion(content, id);
  if (word === "question" && (isSection || question?.kind === "block")) {
    const fresh = { id: newId(), kind: "text" as const, label: "" };
    return { content: addQuestion(content, id, fresh), at: fresh.id, opens: "question" };
  }
  if (!isSection && !question) return undefined;
  switch (word) {
    case "monter":
      return { content: isSection ? moveSection(content, id, -1) : moveQuestion(content, id, -1), at: id };
    case "descendre":
      return { content: isSection ? moveSection(content, id, 1) : moveQuestion(content, id, 1), at: id };
    case "doubler":
      return {
        content: isSection ? duplicateSection(content, id, newId) : duplicateQuestion(content, id, newId),
        at: id,
      };
    case "retirer": {
      const title = content.sections.find((section) => section.id === id)?.title ?? question?.label ?? "";
      const left = isSection ? removeSection(content, id) : removeQuestion(content, id);
      return { content: left, at: "", removed: title };
    }
    default:
      return undefined;
  }
}

/** A field of the record, asked for in the last page. */
function addField(content: Content, key: string, fields: readonly MappedField[]): Gesture | undefined {
  const field = fields.find((one) => one.key === key);
  const whole =
    content.sections.length > 0
      ? content
      : addSection(content, { id: newId(), title: "Votre fiche", questions: [] });
  const last = whole.sections.at(-1);
  if (!field || !last) return undefined;
  const question = { ...field.question, id: newId(), maps: key };
  return { content: addQuestion(whole, last.id, question), at: question.id };
}
