import type { Question } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import {
  type CellValue,
  type Repetition,
  repetitionsOf,
  type TableValue,
  type Value,
  type Values,
} from "#platform/questionnaire/values.ts";
import type { Cell, ExportColumn } from "#platform/spreadsheets/write.ts";
import { tableLines, wordTime, wordValue } from "./words.ts";

/** A line to take away that has answers. */
export interface WithAnswers {
  values: Values;
}

/** A cell of a spreadsheet: numbers and days stay numbers and days, the rest is said in words. */
function cellOf(question: Question, value: Value | undefined, known: Known): Cell {
  if (value === undefined) return null;
  if (question.kind === "number" && typeof value === "number") return value;
  if (question.kind === "money" && typeof value === "number") return value / 100;
  if (typeof value === "boolean") return value;
  if (question.kind === "date" && typeof value === "string") return value;
  if (typeof value === "object" && "given" in value) return value.given as boolean;
  return wordValue(question, value, known).join(", ");
}

const labelOf = ({ kind, label }: { kind: string; label: string }) =>
  kind === "money" ? `${label} (euros)` : label;

const plainCell = (kind: string, cell: CellValue | undefined): Cell =>
  kind === "money" && typeof cell === "number" ? cell / 100 : (cell ?? null);

/** A column for each question, in order; a table has one for each of its cells, a block one that counts it and one that names it. */
export function answerColumns(questions: readonly Question[], known: Known): ExportColumn<WithAnswers>[] {
  return questions.flatMap((question): ExportColumn<WithAnswers>[] => {
    const { id, label, kind } = question;
    if (kind === "table" && question.rowsFrom === undefined) return tableColumns(question);
    if (kind === "table") {
      const value = ({ values }: WithAnswers) =>
        tableLines(question, (values[id] ?? {}) as TableValue, values).join(" ; ") || null;
      return [{ key: id, label, value }];
    }
    if (kind === "block")
      return [
        { key: id, label: `${label} (nombre)`, value: ({ values }) => repetitionsOf(values[id]).length },
        {
          key: `${id}_noms`,
          label,
          value: ({ values }) =>
            repetitionsOf(values[id])
              .map((time, place) => wordTime(question, time.values, place))
              .join(", ") || null,
        },
      ];
    const column = {
      key: id,
      label: labelOf(question),
      value: ({ values }: WithAnswers) => cellOf(question, values[id], known),
    };
    return [kind === "date" ? { ...column, kind: "day" as const } : column];
  });
}

function tableColumns({ id, label, rows = [], columns = [] }: Question): ExportColumn<WithAnswers>[] {
  return rows.flatMap((row) =>
    columns.map((column): ExportColumn<WithAnswers> => {
      const shown = {
        key: `${id}_${row.id}_${column.id}`,
        label: `${label}, ${row.label}, ${labelOf(column)}`,
        value: ({ values }: WithAnswers) =>
          plainCell(column.kind, (values[id] as TableValue | undefined)?.[row.id]?.[column.id]),
      };
      return column.kind === "date" ? { ...shown, kind: "day" as const } : shown;
    }),
  );
}

/** The times of a block, each a line of its own. */
export const timesOf = (block: Question, values: Values): readonly Repetition[] =>
  repetitionsOf(values[block.id]);
