import type { Author, Db } from "../db/index.ts";

/** A column that a kind of data knows. */
export interface ImportColumn {
  key: string;
  /** In French, as it heads the column in our own exports. */
  label: string;
  required?: boolean;
  /** Other headings met for it, in any case, with or without accents. */
  synonyms: readonly string[];
  /** A cell as people type it, shown beside the column. */
  example: string;
}

/** What an import must be told beside its rows: the year of its members. */
export interface ImportOption {
  key: string;
  label: string;
  help: string;
  /** The value that the name of the file suggests, or nothing. */
  guess: (fileName: string) => string | undefined;
  /** Why a value typed is none, in French; nothing when it is right. */
  refuse: (typed: string) => string | undefined;
}

/** A remark on a cell: the column's label, and a sentence that names what was typed and how to mend it. */
export interface Remark {
  column: string;
  reason: string;
}

/** The cells of a row by the keys of the kind's columns; empty text when there is none. */
export type Cells = Readonly<Record<string, string>>;

type RowReading<Read> = { ok: true; values: Read } | { ok: false; problems: readonly Remark[] };

export interface Draft<Read> {
  line: number;
  values: Read;
}

/** What a person may choose beside the candidates: leave as typed, or create. `wait`: the row stays out until they do. */
export type Fallback = "keep" | "create" | "wait";

/** What a value may mean; `why`, when it can be said. */
export interface Candidate {
  id: string;
  label: string;
  why?: string;
}

/** A value that is not sure: asked once for each value typed, with the best three candidates. */
export interface Proposal {
  /** The column's key and label. */
  column: string;
  label: string;
  typed: string;
  candidates: readonly Candidate[];
  others: readonly ("keep" | "create")[];
  /** What is done while nobody has chosen. */
  fallback: Fallback;
}

/** What a row would do, once compared with what is recorded. */
export interface Checked<Write> {
  line: number;
  outcome: "create" | "change" | "same" | "problem";
  /** What `apply` writes; none for a problem. */
  write?: Write;
  /** The recorded row that it changes or repeats. */
  targetId?: number;
  problems?: readonly Remark[];
  notes?: readonly Remark[];
  changes?: readonly { column: string; before: string; after: string }[];
  proposals?: readonly Proposal[];
}

export interface ImportContext {
  /** The import that asks: what it put in itself is not yet there for its own rows. */
  importId: number;
  options: Readonly<Record<string, string>>;
  /** What was chosen for a value that is not sure: a candidate's id, `keep` or `create`; nothing when nobody chose. */
  choiceFor: (column: string, typed: string) => string | undefined;
}

/** Compares rows, a slice at a time, in the order of the file; what it has seen and matched stays known for the next. */
export type Check<Read, Write> = {
  compare(drafts: readonly Draft<Read>[]): Promise<readonly Checked<Write>[]>;
}["compare"];

/** A recorded row that an import changed, and what it needs to be put back. */
export interface Changed {
  line: number;
  targetId: number;
  undo: unknown;
}

export interface Choice {
  column: string;
  typed: string;
  choice: string;
}

/** A row that an import wrote, or kept at its undo, as a link. */
export interface ImportedRow {
  line: number | null;
  label: string;
  href: string;
}

interface Undone {
  removed: number;
  restored: number;
  /** Rows that people changed or used since: their work is not the import's to undo. */
  kept: readonly ImportedRow[];
}

/**
 * A kind of data that can be imported: declared by the room that owns it, run by the imports. The same five gestures for
 * every kind, set by set; none of them commits anything by itself.
 */
export interface ImportKind<Read = unknown, Write = unknown> {
  id: string;
  /** `Réunions` */
  label: string;
  /** What goes in, for counts: `réunion`, `réunions`. */
  one: string;
  many: string;
  columns: readonly ImportColumn[];
  options?: readonly ImportOption[];
  /** The same kind with the columns that this network added in its settings; none: the kind is as it is declared. */
  open?(db: Db): Promise<ImportKind<Read, Write>>;
  /** Pure: one row as typed to values, or every reason why not. */
  read(cells: Cells): RowReading<Read>;
  /** Opens a comparison with what `db` holds. Reads only, a few statements a slice. */
  openCheck(db: Db, context: ImportContext): Promise<Check<Read, Write>>;
  /** Writes the rows to create and to change, in the transaction `db`. */
  apply(
    db: Db,
    author: Author,
    rows: readonly Checked<Write>[],
    importId: number,
  ): Promise<readonly Changed[]>;
  /** Keeps the choices made, so that the next file does not ask again. */
  remember?(db: Db, author: Author, choices: readonly Choice[]): Promise<void>;
  undo(db: Db, author: Author, importId: number, changed: readonly Changed[]): Promise<Undone>;
  /** The rows that an import wrote and that are still there, by line. */
  listDone(
    db: Db,
    importId: number,
    page: { limit: number; offset: number },
  ): Promise<{ rows: readonly ImportedRow[]; total: number }>;
}
