import { Hono } from "hono";
import { segments } from "#paths/segments.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeDirectory } from "../access.ts";
import { addSegment, changeSegment, type SegmentEntry } from "./commands.ts";
import { type DraftLine, linesOf, mostLines, readLines, writeLines } from "./draft.ts";
import { segmentForm } from "./input.ts";
import { findSegment, type Segment } from "./queries.saved.ts";
import type { DrawnLine } from "./reading.ts";
import { drawLines, linesAsked, typedQuery } from "./routes.parts.ts";
import { addTitle, EditPage, editTitle } from "./views.edit.tsx";

/** Writing a segment, one criterion at a time: the lines live in the address, and only saving writes. */
export const segmentEntryRoutes = new Hono<AppEnv>()
  .get("/nouveau", may(writeDirectory), (c) => show(c, undefined, linesAsked(c) ?? []))
  .post("/nouveau", may(writeDirectory), async (c) => {
    const step = await readStep(c);
    if (step.to !== "save") return c.redirect(withLines(segments.add(), step.lines, step.typed), 303);
    const entry = await readEntry(c, step.lines);
    if (!entry.ok) return show(c, undefined, step.lines, { ...entry, status: 422 });
    const to = await once(c, c.get("db"), authorOf(c), async (db) =>
      segments.one(await addSegment(db, authorOf(c), entry.value)),
    );
    await leaveNotice(c, { text: `Le segment « ${entry.value.name} » est gardé.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeDirectory), async (c) => {
    const segment = await findOpen(c);
    return show(c, segment, linesAsked(c) ?? linesOf(segment.definition));
  })
  .post("/:id{[0-9]+}/modifier", may(writeDirectory), async (c) => {
    const segment = await findOpen(c);
    const step = await readStep(c);
    if (step.to !== "save")
      return c.redirect(withLines(segments.edit(segment.id), step.lines, step.typed), 303);
    const entry = await readEntry(c, step.lines);
    if (!entry.ok) return show(c, segment, step.lines, { ...entry, status: 422 });
    const outcome = await changeSegment(c.get("db"), authorOf(c), segment.id, entry.value, entry.version);
    if (!outcome.ok) {
      const saved = await findOpen(c);
      const typed = { ...step.typed, version: String(saved.version) };
      return show(c, saved, step.lines, { typed, conflict: true, status: 409 });
    }
    await leaveNotice(c, { text: `Le segment « ${entry.value.name} » est enregistré.` });
    return c.redirect(segments.one(segment.id), 303);
  });

async function findOpen(c: Request): Promise<Segment> {
  const segment = found(await findSegment(c.get("db"), idOf(c), c.get("visitor").accountId));
  return found(segment.removed_at ? undefined : segment);
}

async function show(
  c: Request,
  segment: Segment | undefined,
  lines: readonly DraftLine[],
  given: { typed?: Typed; errors?: Errors; conflict?: boolean; status?: 422 | 409 } = {},
) {
  const { status = 200, typed = typedQuery(c), ...facts } = given;
  const drawn = await drawLines(c, lines);
  return answer(c, status, <EditPage segment={segment} {...drawn} {...facts} typed={typed} />, {
    title: segment ? editTitle(segment) : addTitle,
  });
}

/** The lines in the address, with the name and the audience typed so far. */
function withLines(path: string, lines: readonly DraftLine[], typed: Typed) {
  const query = writeLines(lines);
  for (const name of ["nom", "partage", "version"]) if (typed[name]) query.set(name, String(typed[name]));
  if (lines.length === 0) query.set("vide", "oui");
  return `${path}?${query}`;
}

/** What the button pressed asks: one criterion more, one less, the count, or to save. */
async function readStep(c: Request) {
  const { typed } = await readForm(c, segmentForm);
  const lines = readLines(typed);
  const asked = String(typed["faire"] ?? "ajouter");
  const criterion = String(typed["critere"] ?? "");
  if (asked === "ajouter" && criterion && lines.length < mostLines)
    lines.push({ criterion, typed: {}, not: false, or: false });
  const removed = /^retirer-(\d+)$/.exec(asked)?.[1];
  if (removed) lines.splice(Number(removed) - 1, 1);
  return { to: asked === "enregistrer" ? ("save" as const) : ("draw" as const), lines, typed };
}

type Entry = { ok: true; value: SegmentEntry; version: number } | { ok: false; errors: Errors; typed: Typed };

async function readEntry(c: Request, lines: readonly DraftLine[]): Promise<Entry> {
  const read = await readForm(c, segmentForm);
  const { drawn, definition, preview } = await drawLines(c, lines);
  const errors = { ...(read.ok ? {} : read.errors), ...errorsOf(drawn) };
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors, typed: read.typed };
  const { nom, partage, version } = read.value;
  const value = { name: nom, definition, sentence: preview.sentence, shared: partage === "equipe" };
  return { ok: true, value, version };
}

/** What still has to be told before the segment can be kept, by field. */
function errorsOf(drawn: readonly DrawnLine[]): Errors {
  const errors: Errors = {};
  for (const { criterion, fields } of drawn) {
    if (!criterion) errors[""] = "Un des critères n’existe plus : retirez-le.";
    for (const { name, missing, refusal, field } of fields)
      if (refusal) errors[name] = refusal;
      else if (missing) errors[name] = `${field.label} : dites lesquelles, ou retirez ce critère.`;
  }
  return errors;
}
