export interface ShippedTerm {
  code: string;
  label: string;
  /** The question that helps to choose it, or what it means. */
  description?: string;
  /** Code of its parent, in the list's `parents`. */
  parent?: string;
  synonyms?: readonly string[];
  colour?: string;
  /** The same thing in the lists of others: codes by list. */
  crosswalk?: Readonly<Record<string, readonly string[]>>;
}

export interface ShippedList {
  id: string;
  label: string;
  description: string;
  /** The list, shipped before, that holds the parents of these terms. */
  parents?: string;
  terms: readonly ShippedTerm[];
}
