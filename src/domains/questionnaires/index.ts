/**
 * Questionnaires: what is asked, by revisions, and what is answered, by those who have its link. A room mounts its pages
 * where it wants them. It does not know what an answer is about.
 */
export { openAnswer, openAnswers } from "./answering/commands.open.ts";
export { reopenAnswer } from "./answering/commands.submit.ts";
export { type Answer, findAnswer } from "./answering/queries.ts";
export { answerRoutes } from "./answering/routes.tsx";
export type {
  AnswerFrame,
  AnswerMount,
  EditorFrame,
  EditorMount,
  MappedField,
  NewAnswer,
  OpenedAnswer,
  ResultsMount,
  Submission,
} from "./contract.ts";
export {
  createQuestionnaire,
  publishDraft,
} from "./editing/commands.ts";
export { findQuestionnaire, type Questionnaire, type Revision } from "./editing/queries.ts";
export { questionnaireEditorRoutes } from "./editing/routes.tsx";
export { questionnairesPart } from "./personal.ts";
export { resultRoutes } from "./results/routes.tsx";
