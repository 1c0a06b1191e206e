import { formatMonth } from "#ui/format.ts";

/** The twelve months as the lines of a breakdown, those without a row included. */
export const monthLines = Array.from({ length: 12 }, (_, index) => ({
  key: String(index + 1),
  label: formatMonth(index + 1),
}));
