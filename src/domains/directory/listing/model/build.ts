import type { Db } from "#platform/db/index.ts";
import { listFilterFields } from "../fields.ts";
import { dimensionsOf, type FilterField, type Scope } from "../input.ts";
import { isMany } from "../select.ts";
import { newDictionary } from "./columns.ts";
import type { Known } from "./known.ts";
import { readLabels } from "./read.labels.ts";
import { cardsOf, readCards } from "./read.ts";
import { growingSegment, type Segment } from "./segment.ts";

/** Lets the requests that wait be answered. */
const pause = () => new Promise<void>((done) => setImmediate(done));

export interface Built extends Known {
  fields: readonly FilterField[];
}

/** Reads a scope whole, as it stands in one instant. */
export async function buildKnown(db: Db, scope: Scope): Promise<Built> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (db) => {
      const fields = await listFilterFields(db, scope);
      const dimensions = dimensionsOf(scope, fields);
      const dictionaries = dimensions.map(newDictionary);
      const growing = growingSegment(dictionaries, dimensions.map(isMany));
      for await (const cards of readCards(db, scope, dimensions))
        for (const card of cards) growing.push(card);
      const base = await growing.cut(pause);
      const recent = await growingSegment(dictionaries, dimensions.map(isMany)).cut(pause);
      const labels = await readLabels(db, dimensions, dictionaries);
      return { scope, fields, dimensions, dictionaries, labels, segments: [base, recent] };
    });
}

/** The segment of these organisations as they are now; those that left the scope are not in it. */
export async function buildRecent(db: Db, known: Known, ids: readonly number[]): Promise<Segment> {
  const { rows } = await cardsOf(known.scope, known.dimensions, ids).execute(db);
  const growing = growingSegment(known.dictionaries, known.dimensions.map(isMany));
  for (const card of rows) growing.push(card);
  return growing.cut(pause);
}

/** Whether a dictionary holds values whose label is not known yet. */
export const lacksLabels = ({ dictionaries, labels }: Known) =>
  dictionaries.some(({ values }, place) => values.length > (labels[place]?.length ?? 0));
