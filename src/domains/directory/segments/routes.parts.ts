import type { Request } from "#platform/web/env.ts";
import type { Typed } from "#platform/web/form.ts";
import { conditionOf } from "./condition.ts";
import { type DraftLine, readLines } from "./draft.ts";
import { findLabels } from "./labels.ts";
import { previewSegment } from "./queries.saved.ts";
import { listCriteria } from "./queries.ts";
import { readDraft } from "./reading.ts";
import { sentence } from "./rules.ts";

/** The address as a form would send it; a name that ends in `[]` is that of its list. */
export function typedQuery(c: Request): Typed {
  const typed: Typed = {};
  for (const [name, values] of Object.entries(c.req.queries()))
    typed[name.replace(/\[\]$/, "")] = values.map((value) => value.replaceAll("\0", ""));
  return typed;
}

/** What a page on these lines shows: the lines read, the sentence, how many, the first ones. */
export async function drawLines(c: Request, lines: readonly DraftLine[]) {
  const db = c.get("db");
  const criteria = await listCriteria(db, c.get("criteria"));
  const { drawn, definition, complete } = await readDraft(db, criteria, lines);
  const labels = await findLabels(db, criteria, definition);
  const words = sentence(criteria, definition, labels);
  const found = await previewSegment(db, conditionOf(criteria, definition));
  return {
    criteria: [...criteria.values()],
    drawn,
    definition,
    complete,
    preview: { ...found, sentence: words, complete },
  };
}

/** The lines of an address; `undefined` when it says none at all. */
export function linesAsked(c: Request): DraftLine[] | undefined {
  const typed = typedQuery(c);
  return "c1" in typed || "vide" in typed ? readLines(typed) : undefined;
}
