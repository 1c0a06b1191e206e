/** Vocabularies: the controlled words of the trade, as data. It does not know who uses which word. */

/** Where the change log says that a word changed. */
export const termsTable = "vocabularies.terms";

export { loadVocabularies } from "./commands.load.ts";
export { addTerm, ensureTerm } from "./commands.ts";
export { listLists } from "./queries.lists.ts";
export { findTermByWord, listTerms, listTermsOf, type Term, termOptions } from "./queries.ts";
