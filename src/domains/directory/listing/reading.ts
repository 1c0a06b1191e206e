import { sql } from "kysely";
import type { Request } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { conditionOf } from "../segments/condition.ts";
import { findLabels } from "../segments/labels.ts";
import { findSegment, type Segment } from "../segments/queries.saved.ts";
import { listCriteria } from "../segments/queries.ts";
import { sentence } from "../segments/rules.ts";
import { staffQuestion } from "./input.staff.ts";
import type { Question } from "./input.ts";

/** The segment that the list is opened on, as it reads now. */
export type OpenSegment = Segment & { words: string };

type Asked = Question & { segment?: number | undefined; colonnes?: string | undefined };

/** What the address asks of the staff list; the segment it names, when the reader may see it, narrows the list. */
export async function readStaffQuestion(c: Request): Promise<{ asked: Asked; segment?: OpenSegment }> {
  const checked = c.req.queries("colonnes[]")?.join(",").slice(0, 600);
  const read = readQuery(c, staffQuestion);
  const asked: Asked = checked ? { ...read, colonnes: checked } : read;
  if (asked.segment === undefined) return { asked };
  const db = c.get("db");
  const segment = await findSegment(db, asked.segment, c.get("visitor").accountId);
  if (!segment) return { asked: { ...asked, within: sql`false` } };
  const criteria = await listCriteria(db, c.get("criteria"));
  const labels = await findLabels(db, criteria, segment.definition);
  return {
    asked: { ...asked, within: conditionOf(criteria, segment.definition) },
    segment: { ...segment, words: sentence(criteria, segment.definition, labels) },
  };
}

/** The rows of the list that were checked, as the address of an export names them. */
export function readChosen(c: Request, asked: Asked): Asked {
  const ids = (c.req.queries("choix") ?? []).map(Number).filter((id) => Number.isInteger(id) && id > 0);
  if (ids.length === 0) return asked;
  const chosen = sql<boolean>`organisation.id = any(${ids}::bigint[])`;
  return { ...asked, within: asked.within ? sql<boolean>`${asked.within} and ${chosen}` : chosen };
}
