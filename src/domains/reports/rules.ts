import type { Line } from "#domains/observatory/index.ts";

export const comparisons = ["equal", "at_least", "more_than"] as const;
export type Comparison = (typeof comparisons)[number];

/** How a printed figure stands against ours. */
export const standings = ["agree", "differ", "unknown"] as const;
export type Standing = (typeof standings)[number];

/**
 * Whether ours says what was printed, once rounded to the decimals that were printed (780 for 780.25);
 * or is at least, or more than, what was printed when that is how it was printed (`plus de 1 500`).
 */
export function agrees(printed: number, ours: number, comparison: Comparison = "equal"): boolean {
  if (comparison === "at_least") return ours >= printed;
  if (comparison === "more_than") return ours > printed;
  const scale = 10 ** decimalsOf(printed);
  return Math.abs(Math.round(ours * scale) / scale - printed) < 1e-9;
}

const decimalsOf = (value: number) => (String(value).split(".")[1] ?? "").length;

/** `Réunion  d’information` and `reunion d'information` are the same line. */
const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Our figure beside a printed one, and the line of the breakdown that gave it. */
export interface Ours {
  value: number;
  key?: string;
}

/**
 * Our figure for a printed one: the number, or the line of a breakdown by its key or its label, zero when the breakdown
 * has no such line; a breakdown asked as a whole answers how many lines it has. Undefined when nothing computes it.
 */
export function ourFigure(value: number | readonly Line[] | undefined, key: string | null): Ours | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number") return { value };
  if (key === null || key === "") return { value: value.length };
  return value.find((line) => line.key === key || folded(line.label) === folded(key)) ?? { value: 0 };
}

export function standingOf(printed: unknown, ours: number | undefined, comparison: Comparison): Standing {
  if (ours === undefined || typeof printed !== "number") return "unknown";
  return agrees(printed, ours, comparison) ? "agree" : "differ";
}
