import type { Asked, Criterion } from "#platform/criterion.ts";
import type { Db } from "#platform/db/index.ts";
import { type Definition, termsOf } from "./definition.ts";
import type { Criteria, LabelsOf } from "./rules.ts";

/** What the values chosen in these definitions are called: each list is read once, whatever the number of terms. */
export async function findLabels(
  db: Db,
  criteria: Criteria,
  ...definitions: readonly Definition[]
): Promise<LabelsOf> {
  const wanted = new Map<string, { field: Criterion["fields"][number]; values: Set<string> }>();
  for (const { criterion, asked } of definitions.flatMap(termsOf))
    for (const field of criteria.get(criterion)?.fields ?? []) {
      if (!field.choices) continue;
      const key = `${criterion} ${field.name}`;
      const known = wanted.get(key) ?? { field, values: new Set() };
      for (const value of asked[field.name] ?? []) known.values.add(value);
      wanted.set(key, known);
    }
  const read = await Promise.all(
    [...wanted].map(async ([key, { field, values }]) => {
      const choices = values.size > 0 ? await field.choices?.(db, [...values]) : [];
      return [key, new Map(choices?.map(({ value, label }) => [value, label]))] as const;
    }),
  );
  const known = new Map(read);
  return (criterion: Criterion, asked: Asked) => (field) =>
    (asked[field] ?? []).map((value) => known.get(`${criterion.id} ${field}`)?.get(value) ?? value);
}
