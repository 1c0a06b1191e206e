/**
 * Questionnaires: what is asked, by revisions, and what is answered, by those who have its link. A room mounts its pages
 * where it wants them. It does not know what an answer is about.
 */
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
