import type { Db } from "../db/index.ts";
import type { Content, Question } from "./content.ts";
import { questionsOf } from "./content.ts";
import type { FileValue, PlaceValue } from "./values.ts";

/** Something to choose; those of a group stand together. */
export interface Choice {
  value: string;
  label: string;
  group?: string | undefined;
}

/** What a typed place is: known for sure, else the best guesses to choose from (none when nothing looks like it). */
export type PlaceFound = { sure: PlaceValue } | { guesses: readonly PlaceValue[] };

/** Where answers are looked up: given by the room that mounts a questionnaire, since the platform knows no trade. */
export interface Sources {
  /** The terms of these vocabulary lists, by list; `value` is the term's number. */
  terms: (db: Db, lists: readonly string[]) => Promise<ReadonlyMap<string, readonly Choice[]>>;
  /** Every country by its code. */
  countries: (db: Db) => Promise<readonly Choice[]>;
  places: (db: Db, typed: readonly string[]) => Promise<ReadonlyMap<string, PlaceFound>>;
  /** The organisations that these names mean for sure; the others are kept as typed. */
  organisations: (
    db: Db,
    typed: readonly string[],
  ) => Promise<ReadonlyMap<string, { id: number; name: string }>>;
  /** What staff may choose of: the vocabulary lists, by their name. */
  lists: (db: Db) => Promise<readonly Choice[]>;
}

/** What was looked up for a page: reading and drawing it ask nothing more. */
export interface Known {
  now: Date;
  terms: ReadonlyMap<string, readonly Choice[]>;
  countries: readonly Choice[];
  places: ReadonlyMap<string, PlaceFound>;
  organisations: ReadonlyMap<string, { id: number; name: string }>;
  /** The files of the answer, by number. */
  files: ReadonlyMap<string, FileValue>;
}

export const nothingKnown = (now: Date): Known => ({
  now,
  terms: new Map(),
  countries: [],
  places: new Map(),
  organisations: new Map(),
  files: new Map(),
});

/** Looks up what these questions need, and what was typed for them: at most one question to each source. */
export async function lookUp(
  db: Db,
  sources: Sources,
  questions: readonly Question[],
  {
    now,
    places = [],
    organisations = [],
    files = [],
  }: {
    now: Date;
    places?: readonly string[];
    organisations?: readonly string[];
    files?: readonly FileValue[];
  },
): Promise<Known> {
  const known = nothingKnown(now);
  const lists = [...new Set(questions.flatMap(({ list }) => list ?? []))];
  return {
    ...known,
    terms: lists.length > 0 ? await sources.terms(db, lists) : known.terms,
    countries: questions.some(({ kind }) => kind === "country" || kind === "countries")
      ? await sources.countries(db)
      : known.countries,
    places: places.length > 0 ? await sources.places(db, places) : known.places,
    organisations:
      organisations.length > 0 ? await sources.organisations(db, organisations) : known.organisations,
    files: new Map(files.map((file) => [file.id, file])),
  };
}

/** The same for a whole questionnaire, to word its answers. */
export const lookUpAll = (db: Db, sources: Sources, content: Content, now: Date) =>
  lookUp(db, sources, questionsOf(content), { now });
