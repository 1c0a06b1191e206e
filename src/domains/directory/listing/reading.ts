import { sql } from "kysely";
import type { Request } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { conditionOf } from "../segments/condition.ts";
import { findLabels } from "../segments/labels.ts";
import { findSegment, type Segment } from "../segments/queries.saved.ts";
import { listCriteria } from "../segments/queries.ts";
import { sentence } from "../segments/rules.ts";
import { type StaffQuestion, staffQuestion } from "./input.ts";
import type { Condition } from "./select.ts";

/** The segment that the list is opened on, as it reads now. */
export type OpenSegment = Segment & { words: string };

export interface Reading {
  asked: StaffQuestion;
  /** What narrows the list besides, over the row `organisation`. */
  only?: Condition;
  segment?: OpenSegment;
}

/** What the address asks of the staff list; the segment it names, when the reader may see it, narrows the list. */
export async function readStaffQuestion(c: Request): Promise<Reading> {
  const checked = c.req.queries("colonnes[]")?.join(",").slice(0, 600);
  const read = readQuery(c, staffQuestion);
  const asked: StaffQuestion = checked ? { ...read, colonnes: checked } : read;
  if (asked.segment === undefined) return { asked };
  const db = c.get("db");
  const segment = await findSegment(db, asked.segment, c.get("visitor").accountId);
  if (!segment) return { asked, only: sql`false` };
  const criteria = await listCriteria(db, c.get("criteria"));
  const labels = await findLabels(db, criteria, segment.definition);
  return {
    asked,
    only: conditionOf(criteria, segment.definition),
    segment: { ...segment, words: sentence(criteria, segment.definition, labels) },
  };
}

/** The rows of the list that were checked, as the address of an export names them. */
export function readChosen(c: Request, only: Condition | undefined): Condition | undefined {
  const ids = (c.req.queries("choix") ?? []).map(Number).filter((id) => Number.isSafeInteger(id) && id > 0);
  if (ids.length === 0) return only;
  const chosen: Condition = sql`organisation.id = any(${ids}::bigint[])`;
  return only ? sql`${only} and ${chosen}` : chosen;
}
