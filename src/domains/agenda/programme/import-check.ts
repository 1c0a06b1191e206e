import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Check, Checked, ImportContext } from "#platform/spreadsheets/import-kind.ts";
import { termProposal } from "#platform/spreadsheets/likely.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { readPlannedPeriod } from "../rules.periods.ts";
import type { ImportedLine } from "./commands.import.ts";

/** A line as typed: its kind and its public are still words. */
export interface LineRow {
  period: string;
  title: string;
  kind: string;
  audience: readonly string[];
}

const column = { key: "kind", label: "Type" };
const keyOf = (title: string, period: string) => `${fold(title)}|${fold(period)}`;

/** Compares lines with the programme of the year: the same title for the same period is the same line. */
export async function checkLines(db: Db, context: ImportContext): Promise<Check<LineRow, ImportedLine>> {
  const year = Number(context.options["year"]);
  const kinds = await listTerms(db, "event_kinds");
  const types = await listTerms(db, "actor_types");
  const families = await listTerms(db, "actor_families");
  const planned = await db
    .selectFrom("agenda.events")
    .select(["id", "title", "planned_period"])
    .where("programme_year", "=", year)
    .where("removed_at", "is", null)
    .where("import_id", "is distinct from", context.importId)
    .execute();
  const known = new Map(planned.map((line) => [keyOf(line.title, line.planned_period), line.id]));
  const familyCode = new Map(families.map(({ id, code }) => [id, code]));

  return async (drafts) => {
    const words = [...new Set(drafts.flatMap(({ values }) => values.audience))];
    const [kindOf, typeOf, familyOf] = [
      await findTermByWord(
        db,
        "event_kinds",
        drafts.flatMap(({ values }) => values.kind || []),
      ),
      await findTermByWord(db, "actor_types", words),
      await findTermByWord(db, "actor_families", words),
    ];
    /** A type says itself, a family all its types; other words say none. */
    const meant = (word: string) => {
      const type = typeOf.get(word);
      const family = familyCode.get(familyOf.get(word)?.id ?? 0);
      return type
        ? [type.id]
        : family
          ? types.filter((one) => one.parent_code === family).map(({ id }) => id)
          : [];
    };
    return drafts.map(({ line, values }): Checked<ImportedLine> => {
      const period = readPlannedPeriod(values.period, year);
      if (!period)
        return {
          line,
          outcome: "problem",
          problems: [
            { column: "Période", reason: `${quoted(values.period)} n’est pas une période de ${year}.` },
          ],
        };
      const training = fold(values.kind).replace(/s$/, "") === "formation";
      const chosen = kinds.find(({ id }) => String(id) === context.choiceFor(column.key, values.kind));
      const kind = kindOf.get(values.kind) ?? chosen;
      const targetId = known.get(keyOf(values.title, values.period));
      if (targetId !== undefined) return { line, outcome: "same", targetId };
      const unknown = values.kind !== "" && !training && !kind;
      return {
        line,
        outcome: "create",
        write: {
          title: values.title,
          training,
          kindId: kind?.id ?? null,
          year,
          period: values.period,
          from: period.from,
          to: period.to,
          audience: values.audience.join(", "),
          audienceTypeIds: [...new Set(values.audience.flatMap(meant))],
          importLine: line,
        },
        ...(unknown
          ? { proposals: [termProposal(column, values.kind, kinds, { others: ["keep"], fallback: "keep" })] }
          : {}),
      };
    });
  };
}
