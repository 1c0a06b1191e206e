/** Vocabularies: the controlled words of the trade, as data. It does not know who uses which word. */

export { loadVocabularies } from "./commands.load.ts";
export { addTerm, ensureTerm } from "./commands.ts";
export { listLists } from "./queries.lists.ts";
export { findTermByWord, listTerms, listTermsOf, type Term, termOptions } from "./queries.ts";
