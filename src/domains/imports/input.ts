import { hash } from "node:crypto";
import { z } from "zod";
import type { Choice, ImportKind } from "#platform/spreadsheets/import-kind.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { ListedProposal } from "./queries.ts";
import { missingColumns } from "./recognition.ts";
import { type Mapping, type Options, rowFilters } from "./rules.ts";

export const pageQuestion = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
export const rowsQuestion = pageQuestion.extend({ resultat: z.enum(rowFilters).optional() });

export const launchForm = z.object({ doublons: z.enum(["keep", "drop"]).default("keep") });

/** Any form, as its fields: those of the columns and of the choices are known only to the import at hand. */
export const anyForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The field of a column of the kind, and of an option. */
export const columnField = (key: string) => `colonne-${key}`;
export const optionField = (key: string) => `option-${key}`;

/** What a person says of a file: its kind, where each column is, and what the kind must be told. */
export type MappingReading =
  | { ok: true; kind: string; mapping: Mapping; options: Options }
  | { ok: false; errors: Errors };

/**
 * Reads the form of the columns of the `kind` chosen. Another kind than the one shown comes with no column: they are then recognised again
 * (`mapping` comes back empty).
 */
export function readMapping(
  typed: Typed,
  kind: ImportKind | undefined,
  shown: string | null,
  headings: readonly string[],
): MappingReading {
  if (!kind) return { ok: false, errors: { kind: "Choisissez ce que contient le fichier." } };
  if (kind.id !== shown) return { ok: true, kind: kind.id, mapping: {}, options: {} };
  const mapping: Mapping = {};
  for (const { key } of kind.columns) {
    const position = Number.parseInt(String(typed[columnField(key)] ?? ""), 10);
    if (position >= 0 && position < headings.length) mapping[key] = position;
  }
  const options = readOptions(kind, typed);
  const errors: Errors = { ...options.errors };
  for (const { key, label } of missingColumns(kind, mapping))
    errors[columnField(key)] = `Dites quelle colonne du fichier donne « ${label} ».`;
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, kind: kind.id, mapping, options: options.values };
}

function readOptions(kind: ImportKind, typed: Typed) {
  const values: Options = {};
  const errors: Errors = {};
  for (const option of kind.options ?? []) {
    const value = String(typed[optionField(option.key)] ?? "").trim();
    const refusal = option.refuse(value);
    if (refusal) errors[optionField(option.key)] = refusal;
    else values[option.key] = value;
  }
  return { values, errors };
}

/** The field of a proposal, by what it asks about. */
export const choiceField = ({ column, typed }: Pick<Choice, "column" | "typed">) =>
  `choix-${hash("sha1", `${column}:${typed}`).slice(0, 12)}`;

/** The choices sent, among those that were offered; what was not chosen is left as it is. */
export function readChoices(typed: Typed, proposals: readonly ListedProposal[]): Choice[] {
  return proposals.flatMap((proposal) => {
    const choice = String(typed[choiceField(proposal)] ?? "");
    const offered = proposal.others.includes(choice) || proposal.candidates.some(({ id }) => id === choice);
    return offered ? [{ column: proposal.column, typed: proposal.typed, choice }] : [];
  });
}
