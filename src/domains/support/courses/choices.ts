/** What can be chosen of a course: the words of the lists and the team. */
export interface Choices {
  terms: readonly { id: number; list_id: string; label: string }[];
  staff: readonly { value: string; label: string }[];
  /** The projects of its organisations. */
  projects: readonly { value: string; label: string }[];
}

/** The words of one list, for a `SelectField`. */
export const termsOf = (choices: Choices, list: string) =>
  choices.terms
    .filter((term) => term.list_id === list)
    .map(({ id, label }) => ({ value: String(id), label }));
