import type { Readable } from "node:stream";
import type { Config } from "../config.ts";
import type { Author, Db } from "../db/index.ts";
import { openFolder } from "./folder.ts";
import { filesOn } from "./record.ts";
import { openBucket } from "./s3.ts";

export { cleanStore } from "./record.ts";

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/** Where files given by people are kept: a local folder, or an S3-compatible store when the settings name one. */
export interface Files {
  /**
   * Stores the bytes, then records the file in the transaction `db`. The name loses its path and control characters;
   * the media type kept is what the bytes are, not what was said of them.
   */
  put: (
    db: Db,
    author: Author,
    file: { name: string; mediaType: string; bytes: Uint8Array },
  ) => Promise<StoredFile>;
  /** The bytes as a stream; throws NotFound when there are none. */
  open: (db: Db, id: string) => Promise<{ file: StoredFile; body: Readable }>;
  /** Forgets the file in the transaction `db`; its bytes go by night. */
  remove: (db: Db, author: Author, id: string) => Promise<void>;
}

/** Bytes by key, and nothing more: a folder or a bucket. */
export interface Store {
  write: (key: string, bytes: Uint8Array, mediaType: string) => Promise<void>;
  /** Undefined when there is nothing under this key. */
  read: (key: string) => Promise<Readable | undefined>;
  /** Nothing under this key is no error. */
  erase: (key: string) => Promise<void>;
}

/** The store of the settings: the bucket when one is named, else `files` under the data folder. */
export function openStore(config: Pick<Config, "s3" | "dataDir">): Store {
  return config.s3 ? openBucket(config.s3) : openFolder(`${config.dataDir ?? "data"}/files`);
}

export const openFiles = (store: Store): Files => filesOn(store);
