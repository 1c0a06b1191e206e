import { openNames } from "#domains/directory/index.ts";
import { listDepartments } from "#domains/territory/index.ts";
import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Check, Checked, ImportContext, Remark } from "#platform/spreadsheets/import-kind.ts";
import { termProposal } from "#platform/spreadsheets/likely.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { dayKey, listKnownCourses, listMeetingsOf } from "./queries.check.ts";

/** A row as typed. */
export interface CourseRow {
  name: string;
  subject: string;
  department: string;
  type: string;
  startedOn: Day | null;
}

/** A course to write, its names matched. */
export interface CourseWrite {
  importLine: number;
  name: string;
  /** Undefined: the organisation is to be created. */
  organisationId?: number;
  subject: string;
  openedOn: Day | null;
  departmentCode: string | null;
  actorTypeId: number | null;
  /** The meeting of the log that has its subject and its day. */
  meetingId: number | null;
}

const typeColumn = { key: "type", label: "Type" };

/**
 * Compares rows with the courses there are: the same organisation, subject and day is the same course. The meeting of the log that has
 * this subject and day is its first meeting, so that it is not logged again; without one the row comes in and says so.
 */
export async function checkCourses(db: Db, context: ImportContext): Promise<Check<CourseRow, CourseWrite>> {
  const names = openNames(db, context);
  const terms = await listTerms(db, "actor_types");
  const departments = new Map(
    (await listDepartments(db)).flatMap(({ code, name }) => [
      [fold(name), code],
      [fold(code), code],
    ]),
  );
  const types = new Map<string, number | undefined>();
  const seen = new Map<string, number>();
  const typeOf = (typed: string) =>
    types.get(typed) ?? terms.find(({ id }) => String(id) === context.choiceFor("type", typed))?.id;

  return async (drafts) => {
    await names.prepare(drafts.map(({ values }) => values.name));
    const words = drafts.map(({ values }) => values.type).filter((typed) => typed && !types.has(typed));
    const found = await findTermByWord(db, "actor_types", words);
    for (const typed of words) types.set(typed, found.get(typed)?.id);
    const days = [...new Set(drafts.flatMap(({ values }) => values.startedOn ?? []))];
    const meetings = await listMeetingsOf(db, days);
    const known = await listKnownCourses(
      db,
      drafts.map(({ values }) => values.subject),
      context.importId,
    );

    return drafts.map(({ line, values }): Checked<CourseWrite> => {
      const { organisationId, proposal } = names.find(values.name);
      const who = organisationId === undefined ? `n:${fold(values.name)}` : String(organisationId);
      const key = `${who}|${dayKey(values)}`;
      const first = seen.get(key);
      const proposals = proposal ? [proposal] : [];
      if (first !== undefined) return { line, outcome: "same", proposals, notes: [alreadyAt(first)] };
      seen.set(key, line);
      const targetId = known.get(key);
      if (targetId !== undefined) return { line, outcome: "same", targetId, proposals };
      const actorTypeId = values.type ? (typeOf(values.type) ?? null) : null;
      const departmentCode = departments.get(fold(values.department)) ?? null;
      const meetingId = meetings.get(dayKey(values)) ?? null;
      const unknown =
        values.type && types.get(values.type) === undefined
          ? [termProposal(typeColumn, values.type, terms, { others: ["keep"], fallback: "keep" })]
          : [];
      const write: CourseWrite = {
        importLine: line,
        name: values.name,
        ...(organisationId === undefined ? {} : { organisationId }),
        subject: values.subject,
        openedOn: values.startedOn,
        departmentCode,
        actorTypeId,
        meetingId,
      };
      const notes = remarks(values, write);
      return { line, outcome: "create", write, proposals: [...proposals, ...unknown], notes };
    });
  };
}

/** What the file says and we do not understand, and the meeting that the log does not have. */
function remarks(values: CourseRow, write: CourseWrite): Remark[] {
  const department = {
    column: "Département",
    reason: `${quoted(values.department)} n’est pas un département : rien n’est gardé.`,
  };
  const undated = {
    column: "Début de l’accompagnement",
    reason: "Cette cellule est vide : l’accompagnement entre sans date, et n’est compté dans aucune année.",
  };
  const alone = {
    column: "Sujet",
    reason:
      "Aucune réunion du journal n’a ce sujet à cette date : l’accompagnement entre sans réunion, et la page « Accompagnements sans réunion au journal » le garde.",
  };
  return [
    ...(values.department && !write.departmentCode ? [department] : []),
    ...(values.startedOn ? (write.meetingId ? [] : [alone]) : [undated]),
  ];
}

const alreadyAt = (first: number): Remark => ({
  column: "Nom",
  reason: `Même organisation, même sujet et même date qu’à la ligne ${first} : c’est le même accompagnement.`,
});
