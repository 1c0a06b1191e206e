import { findCountriesByWord } from "#domains/territory/index.ts";
import { findTermByWord } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { runsOf, splitWords } from "./fields/words.ts";
import type { OrganisationRow } from "./import-read.ts";

const termsOf = (list: string) => async (db: Db, words: readonly string[]) =>
  new Map(
    [...(await findTermByWord(db, list, words))].map(([word, { id }]) => [word, id as number | string]),
  );

/** The columns of several words: what a word means, and what is said of one that means nothing. */
const lists = [
  {
    key: "sectors",
    column: "sector_ids",
    label: "Secteurs d’action",
    find: termsOf("sectors"),
    what: "un secteur connu",
  },
  {
    key: "goals",
    column: "goal_ids",
    label: "Objectifs de développement durable",
    find: termsOf("odd"),
    what: "un ODD",
  },
  {
    key: "tags",
    column: "tag_ids",
    label: "Étiquettes",
    find: termsOf("tags"),
    what: "une étiquette connue",
  },
  {
    key: "countries",
    column: "country_codes",
    label: "Pays d’action",
    find: async (db: Db, words: readonly string[]) =>
      new Map(
        [...(await findCountriesByWord(db, words))].map(([word, { code }]) => [
          word,
          code as number | string,
        ]),
      ),
    what: "un pays connu",
  },
] as const;

export interface ListedWords {
  sector_ids?: number[];
  goal_ids?: number[];
  tag_ids?: number[];
  country_codes?: string[];
}

/** The sectors, goals, tags and countries of a file: each word looked up once, a slice at a time. */
export function openLists(db: Db) {
  const known = new Map(lists.map(({ key }) => [key, new Map<string, number | string | undefined>()]));
  return {
    async prepare(rows: readonly OrganisationRow[]) {
      for (const { key, find } of lists) {
        const meanings = known.get(key);
        const words = new Set(rows.flatMap((row) => runsOf(row[key])).filter((word) => !meanings?.has(word)));
        if (words.size === 0) continue;
        const found = await find(db, [...words]);
        for (const word of words) meanings?.set(word, found.get(word));
      }
    },
    settle(row: OrganisationRow): { values: ListedWords; notes: Remark[] } {
      const values: Record<string, (number | string)[]> = {};
      const notes: Remark[] = [];
      for (const { key, column, label, what } of lists) {
        if (!row[key]) continue;
        const { found, unknown } = splitWords(row[key], (word) => known.get(key)?.get(word));
        if (found.length > 0)
          values[column] = found.toSorted((a, b) =>
            typeof a === "number" && typeof b === "number" ? a - b : a < b ? -1 : 1,
          );
        for (const word of unknown)
          notes.push({
            column: label,
            reason: `${quoted(word)} n’est pas ${what} : la fiche entre sans ce mot.`,
          });
      }
      return { values: values as ListedWords, notes };
    },
  };
}
