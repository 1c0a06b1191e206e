import type { RawBuilder, SqlBool } from "kysely";
import type { Db } from "./db/index.ts";

/** What was answered to the questions of a criterion, by field; a list for those that take several. */
export type Asked = Readonly<Record<string, readonly string[]>>;

export interface CriterionChoice {
  value: string;
  label: string;
  group?: string | undefined;
}

/** One thing to be told of a criterion: `Année`, `Pays`. Its name is lower-case letters. */
export interface CriterionField {
  name: string;
  label: string;
  /** `names`: typed in words, commas between, and understood by `read`. A `many` with several values means any of them. */
  kind: "one" | "many" | "year" | "number" | "day" | "text" | "names";
  help?: string;
  /** Nothing chosen means any. */
  optional?: boolean;
  /**
   * What can be chosen, for `one` and `many`; read when the form is drawn and when a value is read. For `names`, what the
   * values given are called.
   */
  choices?: (db: Db, values: readonly string[]) => Promise<readonly CriterionChoice[]>;
  /** What words typed mean; those that are values already stay. `refusal`: what was not understood, in a sentence. */
  read?: (
    db: Db,
    typed: readonly string[],
  ) => Promise<{ values: readonly string[]; refusal?: string | undefined }>;
  /** The behaviour that proposes names under a field of `names`, and the address that it asks. */
  proposals?: { behaviour: string; url: string };
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
   * Its place in the sentence: `noun` (*les associations*), `where` (*de la Somme*), `adjective` (*membres en 2021*, the
   * same for a masculine and a feminine), `clause` (*qui ont un projet au Mali*).
   */
  place: "noun" | "where" | "adjective" | "clause";
  /** The words for this place; `labels` gives what the chosen values of a field are called, in the order of `asked`. */
  phrase: (asked: Asked, labels: (field: string) => readonly string[]) => string;
  /**
   * The words when the criterion is turned round. Without it: *hors de la Somme*, *qui ne sont pas membres en 2021*, *qui
   * n’ont pas de projet au Mali*.
   */
  denial?: Criterion["phrase"];
  /**
   * That the organisation of this number answers; over `shared_` views. Null is no. Write it as
   * `exists (select from … where ….organisation_id = ${organisationId} and …)`: so it stays quick when turned round. The
   * directory's own may read the row itself, which is always at hand as `organisation`.
   */
  condition: (organisationId: RawBuilder<number>, asked: Asked) => RawBuilder<SqlBool>;
}

/** What was answered to one question, or nothing. */
export const one = (asked: Asked, field: string): string => asked[field]?.[0] ?? "";
