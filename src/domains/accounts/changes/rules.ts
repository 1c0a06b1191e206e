import type { Line } from "./queries.ts";

/** A field before and after; `undefined` where the record did not exist. */
export interface Difference {
  field: string;
  before: unknown;
  after: unknown;
}

/** Columns that say nothing to a person: numbers of the machine, keys computed from others. */
const silent = /^(id|version|created_at|updated_at|provider_id|credential_id|aaguid|key|[a-z]+_key)$/;

/** What a change of the log changed, field by field in the order of the names; silent columns and empty ones left out. */
export function differences(before: Line | null, after: Line | null): Difference[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return names
    .filter((field) => !silent.test(field))
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
    .filter(({ field }) => field !== "account_id" || !names.includes("user_id"))
    .filter(({ before: one, after: other }) => !(isEmpty(one) && isEmpty(other)) && !isSame(one, other));
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
