import type { Named, Question } from "./content.ts";
import { repetitionsOf, type Values } from "./values.ts";

/** What a time of a block is called: its first short text or name answered; undefined when there is none. */
export function nameOfTime(values: Values): string | undefined {
  for (const value of Object.values(values)) {
    if (typeof value === "string" && value.length <= 120) return value;
    if (typeof value === "object" && "name" in value && typeof value.name === "string") return value.name;
  }
  return undefined;
}

/** The rows of a table: its own, or the times of the block that it cites, called by what they say. */
export function rowsOf({ rows = [], rowsFrom }: Question, answers: Values): readonly Named[] {
  if (rowsFrom === undefined) return rows;
  return repetitionsOf(answers[rowsFrom]).map(({ id, values }, place) => ({
    id,
    label: nameOfTime(values) ?? `Ligne ${place + 1}`,
  }));
}
