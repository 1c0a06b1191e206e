import type { Readable } from "node:stream";
import type { Author, Db } from "../db/index.ts";

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/** Where files given by people are kept: a local folder, or an S3-compatible store when the settings name one. */
export interface Files {
  /** Stores the bytes, then records the file in the transaction `db`. */
  put: (
    db: Db,
    author: Author,
    file: { name: string; mediaType: string; bytes: Uint8Array },
  ) => Promise<StoredFile>;
  /** The bytes as a stream; throws NotFound when there are none. */
  open: (db: Db, id: string) => Promise<{ file: StoredFile; body: Readable }>;
  remove: (db: Db, author: Author, id: string) => Promise<void>;
}
