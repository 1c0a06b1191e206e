import { randomUUID } from "node:crypto";
import { answeredInVain, sectionsAsked, whatIsAsked } from "#platform/questionnaire/conditions.ts";
import { fieldName, type Section, withInner } from "#platform/questionnaire/content.ts";
import { type Draft, draftOf } from "#platform/questionnaire/parts.ts";
import { readDraft, shownField, typedToLookUp } from "#platform/questionnaire/reading.ts";
import { type Known, lookUp } from "#platform/questionnaire/sources.ts";
import { changeTimes, type PageAction, readAction } from "#platform/questionnaire/times.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import { wrongAnswers } from "#platform/questionnaire/verify.ts";
import { authorOf, type Request } from "#platform/web/env.ts";
import { networkSources } from "../sources.ts";
import { type SaveOutcome, savePart } from "./commands.write.ts";
import type { Opened } from "./open.tsx";
import { filesOf, standingOf } from "./page.ts";
import type { Sent } from "./sent.ts";
import { dropFiles, keepUploads, listFiles } from "./uploads.ts";

/** What became of a page that was sent. */
export interface Saved {
  outcome: SaveOutcome;
  draft: Draft;
  answers: Values;
  known: Known;
  errors: Record<string, string>;
  action: PageAction | undefined;
  /** The fields of questions that this page calls and had not shown. */
  called: readonly string[];
  /** The labels of answers that are not asked for any more since this page. */
  vain: readonly string[];
}

const newTime = () => randomUUID().replaceAll("-", "").slice(0, 12);

/** Reads a page and saves its draft, whatever is wrong in it; then says what is wrong, what it calls, what it hides. */
export async function saveSent(c: Request, opened: Opened, section: Section, sent: Sent): Promise<Saved> {
  const { answer, holder, now } = opened;
  const db = c.get("db");
  const author = authorOf(c);
  const standing = standingOf(answer);
  const before = draftOf(section, answer.parts, answer.prefilled);
  const action = readAction(sent.button);
  const form = new Map(sent.form);
  const { kept, errors } = await keepUploads(
    db,
    author,
    c.get("files"),
    { answerId: answer.id, section, already: (field) => form.get(field)?.length ?? 0 },
    sent.uploads,
  );
  for (const [field, files] of kept)
    form.set(field, [...(form.get(field) ?? []), ...files.map(({ id }) => id)]);
  if (action?.what === "drop")
    form.set(
      action.field,
      (form.get(action.field) ?? []).filter((id) => id !== action.file),
    );
  const known = await lookUp(db, networkSources, withInner(section.questions), {
    now,
    ...typedToLookUp(section, form),
    files: await listFiles(db, answer.id),
  });
  const read = readDraft(section, form, before, known, standing.draft.values);
  const draft = action && action.what !== "drop" ? changeTimes(section, read, action, newTime) : read;
  const outcome = await savePart(
    db,
    author,
    {
      answerId: answer.id,
      sectionId: section.id,
      questionIds: section.questions.map(({ id }) => id),
      version: sent.version,
      participantId: holder.id,
      now,
    },
    draft,
  );
  if (outcome.ok) {
    const left = new Set(filesOf(draft.values).map(({ id }) => id));
    const gone = filesOf(before.values).filter(({ id }) => !left.has(id));
    await dropFiles(
      db,
      author,
      c.get("files"),
      answer.id,
      gone.map(({ id }) => id),
    );
  }
  const values = withoutPage(section, standing.draft.values, draft.values);
  return {
    outcome,
    draft,
    known,
    action,
    answers: whatIsAsked(answer.content, values).answers,
    errors: { ...wrongAnswers(answer.content, { values, typed: draft.typed }, section.id), ...errors },
    called: calledBy(opened, section, values, form.get(shownField) ?? []),
    vain: newlyVain(opened, standing.draft.values, values),
  };
}

const withoutPage = (section: Section, all: Values, page: Values): Values => {
  const here = new Set(section.questions.map(({ id }) => id));
  return { ...Object.fromEntries(Object.entries(all).filter(([id]) => !here.has(id))), ...page };
};

function calledBy({ answer }: Opened, section: Section, values: Values, shown: readonly string[]): string[] {
  const { ids } = whatIsAsked(answer.content, values);
  return section.questions.map(({ id }) => fieldName(id)).filter((id) => ids.has(id) && !shown.includes(id));
}

function newlyVain({ answer: { content } }: Opened, before: Values, after: Values): string[] {
  const known = new Set(answeredInVain(content, before).map(({ id }) => id));
  return answeredInVain(content, after)
    .filter(({ id }) => !known.has(id))
    .map(({ label }) => label);
}

/** The page that follows this one, now that it is saved; undefined after the last. */
export function nextPage(
  { answer: { content } }: Opened,
  section: Section,
  answers: Values,
): Section | undefined {
  const asked = sectionsAsked(content, whatIsAsked(content, answers));
  return asked[asked.findIndex(({ id }) => id === section.id) + 1];
}
