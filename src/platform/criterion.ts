import type { RawBuilder, SqlBool } from "kysely";
import type { Db } from "./db/index.ts";

/** What was answered to the questions of a criterion, by field; a list for those that take several. */
export type Asked = Readonly<Record<string, readonly string[]>>;

export interface CriterionChoice {
  value: string;
  label: string;
  group?: string | undefined;
}

/** One thing to be told of a criterion: `Année`, `Pays`. */
export interface CriterionField {
  name: string;
  label: string;
  kind: "one" | "many" | "year" | "number" | "day" | "text";
  /** Nothing chosen means any. */
  optional?: boolean;
  /** What can be chosen, for `one` and `many`; read when the form is drawn and when a value is read. */
  choices?: (db: Db) => Promise<readonly CriterionChoice[]>;
}

/**
 * One thing that a room can say of an organisation, from which segments are made: in French for the reader, in SQL for
 * the database. A room gives its own from its front door; `src/criteria.ts` lists them all.
 */
export interface Criterion {
  /** Stable, kept in saved segments: `membership.member`. */
  id: string;
  /** The heading under which it is chosen: `Adhésion`. */
  group: string;
  label: string;
  fields: readonly CriterionField[];
  /**
   * Its place in the sentence: `noun` (*les associations*), `where` (*de la Somme*), `adjective` (*membres en 2021*),
   * `clause` (*qui ont un projet au Mali*).
   */
  place: "noun" | "where" | "adjective" | "clause";
  /** The words for this place; `labels` gives what the chosen values of a field are called. */
  phrase: (asked: Asked, labels: (field: string) => readonly string[]) => string;
  /** That the organisation of this number answers; over `shared_` views, and the directory's own tables for its own. */
  condition: (organisationId: RawBuilder<number>, asked: Asked) => RawBuilder<SqlBool>;
}
