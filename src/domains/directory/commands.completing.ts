import { type RawBuilder, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Changed } from "#platform/spreadsheets/import-kind.ts";
import { tellSource } from "./fields/commands.ts";
import type { OrganisationWrite } from "./import-check.ts";
import { addPoints } from "./matching/commands.ts";
import {
  type Completes,
  completable,
  completableLists,
  findImportSource,
  listCompared,
} from "./queries.import.ts";

interface Completion {
  line: number;
  targetId: number;
  write: OrganisationWrite;
}

/** What a card was before a file completed it, and the version that the file left. */
interface Before {
  version: number;
  /** The columns that were empty, and the lists as they were. */
  fields: Record<string, unknown>;
  /** The custom fields, and the contact points, that the file added. */
  custom?: readonly string[];
  points?: readonly string[];
}

/** The columns as they are typed in a record made from JSON. */
const columns = sql.raw(`${completable.map((name) => `${name} ${typeOf(name)}`).join(", ")},
  sector_ids bigint[], goal_ids bigint[], country_codes text[], tag_ids bigint[], custom jsonb`);

function typeOf(name: string) {
  if (name === "actor_type_id") return "bigint";
  return name === "founded_year" ? "integer" : "text";
}

/**
 * Completes cards with what a file knows more, all in three statements: only what is named in `write.completes`, noted as
 * coming from the file.
 */
export async function completeOrganisations(
  db: Db,
  author: Author,
  completions: readonly Completion[],
  importId: number,
): Promise<Changed[]> {
  if (completions.length === 0) return [];
  return inTransaction(db, author, async (db) => {
    const source = await findImportSource(db, importId);
    const cards = new Map(
      (
        await listCompared(
          db,
          completions.map(({ targetId }) => targetId),
        )
      ).map((card) => [card.id, card]),
    );
    await tellSource(db, source);
    const set = [...completable, ...completableLists].map(
      (name) => sql`${sql.ref(name)} = coalesce(row.${sql.ref(name)}, organisation.${sql.ref(name)})`,
    );
    const rows = completions.map(({ targetId, write: { completes = {} } }) => ({
      ...completes,
      id: targetId,
      pointed: (["email", "phone"] as const).filter((kind) => completes[`${kind}s`]),
    }));
    const { rows: done } = await sql<{ id: number; version: number }>`
      update directory.organisations organisation set ${sql.join(set)},
        custom = organisation.custom || coalesce(row.custom, '{}'),
        facts = organisation.facts || coalesce((
          select jsonb_object_agg(kind, ${JSON.stringify(source)}::jsonb || jsonb_build_object('on', current_date))
          from unnest(row.pointed) kind), '{}'),
        version = organisation.version + 1, updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id bigint, pointed text[], ${columns})
      where organisation.id = row.id
      returning organisation.id, organisation.version`.execute(db);
    await addPoints(
      db,
      completions.map(({ targetId, write }) => ({ organisationId: targetId, ...write.completes })),
    );
    await tellSource(db, { source: "staff" });
    const versions = new Map(done.map(({ id, version }) => [id, version]));
    return completions.map(({ line, targetId, write }) => ({
      line,
      targetId,
      undo: beforeOf(write.completes ?? {}, cards.get(targetId), versions.get(targetId) ?? 0),
    }));
  });
}

function beforeOf(
  { custom = {}, emails = [], phones = [], ...given }: Completes,
  card: Awaited<ReturnType<typeof listCompared>>[number] | undefined,
  version: number,
): Before {
  const lists = completableLists.filter((name) => given[name]).map((name) => [name, card?.[name] ?? []]);
  const blank = completable.filter((name) => given[name]).map((name) => [name, null]);
  return {
    version,
    fields: Object.fromEntries([...blank, ...lists]),
    custom: Object.keys(custom),
    points: [...emails, ...phones],
  };
}

const nullable = new Set<string>([
  ...["actor_type_id", "department_code", "commune_code", "rna", "siren", "siret", "uai", "founded_year"],
]);

/** A column emptied where the row says so. */
const blanked = (name: string): RawBuilder<unknown> => {
  const empty = nullable.has(name) ? sql`null` : sql`''`;
  return sql`${sql.ref(name)} = case when ${sql.lit(name)} = any(row.blank) then ${empty}
    else organisation.${sql.ref(name)} end`;
};

/** Takes away again what a file had completed, on cards that nobody changed since, all in two statements. */
export async function restoreCompleted(db: Db, author: Author, changed: readonly Changed[]) {
  return inTransaction(db, author, async (db) => {
    const rows = changed.map(({ targetId, undo }) => {
      const { version, fields, custom = [], points = [] } = undo as Before;
      const lists = completableLists.filter((name) => fields[name]).map((name) => [name, fields[name]]);
      const blank = completable.filter((name) => name in fields);
      return { id: targetId, version, blank, added: custom, points, ...Object.fromEntries(lists) };
    });
    const set = completableLists.map(
      (name) => sql`${sql.ref(name)} = coalesce(row.${sql.ref(name)}, organisation.${sql.ref(name)})`,
    );
    const { rows: done } = await sql<{ id: number }>`
      update directory.organisations organisation set ${sql.join([...completable.map(blanked), ...set])},
        custom = organisation.custom - row.added, version = organisation.version + 1, updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id bigint, version integer, blank text[],
        added text[], sector_ids bigint[], goal_ids bigint[], country_codes text[], tag_ids bigint[])
      where organisation.id = row.id and organisation.version = row.version
      returning organisation.id`.execute(db);
    const restored = new Set(done.map(({ id }) => id));
    const points = rows.flatMap(({ id, points }) =>
      restored.has(id) ? points.map((value: string) => ({ organisation_id: id, value })) : [],
    );
    if (points.length > 0)
      await sql`
        delete from directory.contact_points point
        using jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as gone (organisation_id bigint, value text)
        where point.organisation_id = gone.organisation_id and point.value = gone.value`.execute(db);
    const left = rows.filter(({ id }) => !restored.has(id)).map(({ id }) => id);
    return { restored: restored.size, kept: await namesOf(db, left) };
  });
}

async function namesOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("directory.organisations")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .orderBy("id")
    .execute();
}
