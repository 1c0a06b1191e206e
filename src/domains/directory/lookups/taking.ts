import type { Db } from "#platform/db/index.ts";
import type { Typed } from "#platform/web/form.ts";
import { findFieldWords } from "../fields/queries.ts";
import type { Field, FieldValues } from "../fields/registry.ts";
import { sameValue } from "../fields/rules.ts";
import { typedValues } from "../fields/texts.ts";
import { readReference } from "./input.ts";
import { findEntry } from "./queries.ts";

/** The values of an entry that were checked, by key of field; nothing when the entry is not found any more. */
export async function takenValues(
  db: Db,
  reference: string | undefined,
  keys: readonly string[],
): Promise<FieldValues | undefined> {
  const entry = readReference(reference) && (await findEntry(db, reference ?? ""));
  return entry && Object.fromEntries(Object.entries(entry.values).filter(([key]) => keys.includes(key)));
}

/** The form of a new organisation as these values would have been typed. */
export async function typedFrom(db: Db, fields: readonly Field[], values: FieldValues): Promise<Typed> {
  const given = fields.filter(({ key }) => key in values);
  return typedValues(given, values, await findFieldWords(db, [values]));
}

/** The fields in which these values are what an entry of a register says, and that register as their source. */
export async function registerFacts(db: Db, reference: string | undefined, values: FieldValues) {
  const entry = readReference(reference) && (await findEntry(db, reference ?? ""));
  if (!entry) return undefined;
  const keys = Object.keys(entry.values).filter((key) => sameValue(entry.values[key], values[key]));
  return { keys, source: { source: entry.register, ref: entry.reference } };
}
