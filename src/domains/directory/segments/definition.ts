import { z } from "zod";

/** One criterion with what was answered to its questions; `not` turns it round. */
const term = z.object({
  criterion: z.string().min(1).max(120),
  asked: z.record(z.string().max(60), z.array(z.string().max(300)).max(300)),
  not: z.boolean().optional(),
});
export type Term = z.output<typeof term>;

/**
 * What a segment is made of: an organisation answers when, in each of the groups, it answers one term at least. A group of
 * one is a plain criterion. Kept as JSON in `directory.segments.criteria`.
 */
export type Definition = readonly (readonly Term[])[];

const definition = z.array(z.array(term).min(1).max(20)).max(20);

/** A definition as it was kept; undefined when it is none. */
export function readDefinition(kept: unknown): Definition | undefined {
  const read = definition.safeParse(kept);
  return read.success ? read.data : undefined;
}

/** All the terms, whatever their group. */
export const termsOf = (definition: Definition): readonly Term[] => definition.flat();
