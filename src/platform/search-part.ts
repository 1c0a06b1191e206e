import type { Day } from "./dates.ts";
import type { Db } from "./db/index.ts";
import type { Permission } from "./web/may.ts";

/** What answers the words: how many in all, and the first of them. */
export interface SearchFound {
  total: number;
  lines: readonly { href: string; label: string; detail: string }[];
}

/** What a room finds for a few words: its part of the search of the whole back office, given from its front door. */
export interface SearchPart {
  /** Above what it finds: `Cohortes`. */
  title: string;
  /** One of them, and several when an `s` is not enough: `cohorte`. */
  one: string;
  many?: string;
  /** Who sees what it finds: the others are not asked about it. */
  may: Permission;
  /** The whole list that answers the same words. */
  all: (words: string) => string;
  /** `most` lines at most; more may be given, and are not shown. One statement. */
  find: (db: Db, asked: { words: string; most: number; today: Day }) => Promise<SearchFound>;
}
