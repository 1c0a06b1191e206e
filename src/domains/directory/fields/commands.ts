import { type RawBuilder, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { FactSource } from "./queries.ts";
import type { FieldValue, FieldValues } from "./registry.ts";

/** Columns that are never null: nothing known is an empty text or an empty list. */
const emptyText = new Set([
  "name",
  "acronym",
  "legal_form",
  "address",
  "postal_code",
  "website",
  "description",
]);
const lists: Record<string, string> = {
  sector_ids: "bigint[]",
  goal_ids: "bigint[]",
  country_codes: "text[]",
};

/** `taken`: another organisation has this RNA or SIRET. `stale`: the record changed since `version`. */
export type ChangeOutcome = { ok: true } | { ok: false; refusal: "taken" | "stale" };

/**
 * From here to the end of the transaction, what changes in a record is noted as coming from this source. Call it first
 * in a command that does not write what the team typed.
 */
export async function tellSource(db: Db, source: FactSource): Promise<void> {
  await sql`select set_config('maillage.source', ${JSON.stringify(source)}, true)`.execute(db);
}

/**
 * Writes these values in the record of an organisation, each noted with its source and the day. Only keys of
 * `listFields` are given; the values were read by `readFieldValue`. With `version`, refused (`stale`) when a colleague
 * changed the record first. `beside`: what is no field and is written at the same time, as the team's form does.
 */
export async function changeFields(
  db: Db,
  author: Author,
  organisationId: number,
  changes: FieldValues,
  { source, version, beside = {} }: { source: FactSource; version?: number; beside?: Beside },
): Promise<ChangeOutcome> {
  try {
    return await inTransaction(db, author, async (db) => {
      await tellSource(db, source);
      const done = await db
        .updateTable("directory.organisations")
        .set({ ...columnsOf(changes), ...beside, version: sql`version + 1`, updated_at: sql`now()` })
        .where("id", "=", organisationId)
        .$if(version !== undefined, (query) => query.where("version", "=", version ?? 0))
        .executeTakeFirst();
      if (done.numUpdatedRows === 0n) return { ok: false, refusal: "stale" };
      for (const kind of ["email", "phone"] as const)
        if (kind in changes)
          await changeFirstContact(db, organisationId, kind, changes[kind] ?? null, source);
      await tellSource(db, { source: "staff" });
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "23505")
      return { ok: false, refusal: "taken" };
    throw error;
  }
}

/** What of a record is no field: who sees the card, its state, the team's own marks. */
export interface Beside {
  visibility?: string;
  status?: string | RawBuilder<string>;
  tag_ids?: RawBuilder<number[]>;
}

/**
 * Adds a record with these values, of one origin: no fact is noted beside its fields. `origin` is nothing for what the
 * team types. Throws when its RNA or SIRET is another's.
 */
export async function addRecord(
  db: Db,
  values: FieldValues & { name: string },
  { origin, beside = {} }: { origin?: FactSource; beside?: Beside } = {},
): Promise<number> {
  const { custom: _, ...columns } = columnsOf(values);
  const custom = Object.entries(values).filter(([key, value]) => key.startsWith("custom.") && value !== null);
  const { id } = await db
    .insertInto("directory.organisations")
    .values({
      ...columns,
      ...beside,
      name: values.name,
      custom: JSON.stringify(Object.fromEntries(custom.map(([key, value]) => [key.slice(7), value]))),
      origin: origin ? JSON.stringify(origin) : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const points = (["email", "phone"] as const).flatMap((kind) =>
    values[kind] ? [{ organisation_id: id, kind, value: String(values[kind]) }] : [],
  );
  if (points.length > 0) await db.insertInto("directory.contact_points").values(points).execute();
  return id;
}

function columnsOf(changes: FieldValues): Record<string, RawBuilder<unknown> | FieldValue> {
  const set: Record<string, RawBuilder<unknown> | FieldValue> = {};
  const custom: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(changes)) {
    if (key.startsWith("custom.")) custom[key.slice("custom.".length)] = value;
    else if (lists[key]) set[key] = sql`${value ?? []}::${sql.raw(lists[key])}`;
    else if (key !== "email" && key !== "phone") set[key] = value ?? (emptyText.has(key) ? "" : null);
  }
  if (Object.keys(custom).length > 0)
    set["custom"] = sql`jsonb_strip_nulls(custom || ${JSON.stringify(custom)}::jsonb)`;
  if (typeof changes["siret"] === "string" && !("siren" in changes))
    set["siren"] = changes["siret"].slice(0, 9);
  if (changes["commune_code"]) set["department_code"] = null;
  if (changes["actor_type_id"]) set["family_id"] = null;
  return set;
}

/** Changes, adds or removes the first contact point of a kind, and notes where it comes from. */
async function changeFirstContact(
  db: Db,
  organisationId: number,
  kind: "email" | "phone",
  value: FieldValue,
  source: FactSource,
) {
  const first = sql`(select id from directory.contact_points where organisation_id = ${organisationId}
    and kind = ${kind} order by position, id limit 1)`;
  if (value === null || value === "")
    await sql`delete from directory.contact_points where id = ${first}`.execute(db);
  else {
    const { numAffectedRows } = await sql`
      update directory.contact_points set value = ${String(value)} where id = ${first}`.execute(db);
    if (numAffectedRows === 0n)
      await db
        .insertInto("directory.contact_points")
        .values({ organisation_id: organisationId, kind, value: String(value) })
        .execute();
  }
  await sql`
    update directory.organisations set facts = jsonb_set(facts, array[${kind}::text],
      coalesce(facts -> ${kind}, '{}') || ${JSON.stringify(source)}::jsonb || jsonb_build_object('on', current_date))
    where id = ${organisationId}`.execute(db);
}

/** Says who may see a field of this organisation; `null` goes back to the field's own rule. */
export async function showField(
  db: Db,
  author: Author,
  organisationId: number,
  key: string,
  visibility: "public" | "members" | "staff" | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.organisations")
      .set({
        facts: visibility
          ? sql`jsonb_set(facts, array[${key}::text],
              coalesce(facts -> ${key}, '{}') || jsonb_build_object('visibility', ${visibility}::text))`
          : sql`facts #- array[${key}::text, 'visibility']`,
        version: sql`version + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", organisationId)
      .execute(),
  );
}

/** Notes where these fields of a record come from, today, without changing what they say. */
export async function noteFacts(
  db: Db,
  author: Author,
  organisationId: number,
  keys: readonly string[],
  source: FactSource,
): Promise<void> {
  if (keys.length === 0) return;
  await inTransaction(db, author, (db) =>
    sql`
      update directory.organisations set facts = facts || (
        select jsonb_object_agg(key, coalesce(facts -> key, '{}') - array['source', 'ref', 'label']
          || ${JSON.stringify(source)}::jsonb || jsonb_build_object('on', current_date))
        from unnest(${[...keys]}::text[]) as key)
      where id = ${organisationId}`.execute(db),
  );
}
