import type { Question, TableColumn } from "#platform/questionnaire/content.ts";
import type { Value } from "#platform/questionnaire/values.ts";
import { formatShortDay } from "../format.ts";

/** What a text field holds: what was typed and not understood, else the answer, as a person would type it. */
export function lineOf(
  { kind }: Pick<Question | TableColumn, "kind">,
  value: Value | undefined,
  typed: string | undefined,
): string {
  if (typed !== undefined) return typed;
  if (value === undefined) return "";
  if (typeof value === "number")
    return kind === "money" ? (value / 100).toFixed(2).replace(".", ",") : String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "string") return kind === "date" ? formatShortDay(value) : value;
  if ("typed" in value) return String(value.typed);
  return "name" in value ? String(value.name) : "";
}
