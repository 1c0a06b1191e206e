import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Goal } from "#ui/goal.tsx";
import { type Fact, type FieldWords, listFields, wordsOf } from "../fields/queries.ts";
import { builtInFields, type FieldValues } from "../fields/registry.ts";
import { visibleFields } from "../fields/rules.ts";
import type { ContactPoint } from "../queries.ts";

interface CardRow {
  id: number;
  name: string;
  row: FieldValues & { custom: FieldValues; facts: Record<string, Fact> };
  words: FieldWords & { goals: Goal[] };
  contacts: Omit<ContactPoint, "id">[];
  actor_type: string | null;
  actor_type_code: string | null;
  family: string | null;
  family_code: string | null;
  commune: string | null;
  department: string | null;
}

/** What everyone may see of an organisation; undefined unless it is listed and published. */
export const findCard = (db: Db, id: number) => readCard(db, id, "public");

/** What members of the network may see of it besides. */
export const findMemberCard = (db: Db, id: number) => readCard(db, id, "members");

export type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>;

/** The public read the view that empties what is not public; then, for all, the fields are chosen by who reads. */
async function readCard(db: Db, id: number, eyes: "public" | "members") {
  const table = sql.table(eyes === "public" ? "directory.public_cards" : "directory.organisations");
  const tags = sql`'{}'::bigint[]`;
  const [fields, { rows }] = await Promise.all([
    listFields(db),
    sql<CardRow>`
      select organisation.id, organisation.name, to_jsonb(organisation) - 'search' as row, ${wordsOf(tags)} as words,
             known.actor_type, known.actor_type_code, known.family, known.family_code, known.commune, known.department,
             (select coalesce(json_agg(json_build_object('kind', point.kind, 'label', point.label,
                'value', point.value, 'visibility', point.visibility) order by point.position, point.id), '[]')
              from directory.contact_points point where point.organisation_id = organisation.id
                and (point.visibility = 'public' or (${eyes === "members"} and point.visibility = 'members'))) as contacts
      from ${table} organisation
      join directory.shared_organisations known on known.id = organisation.id
      where organisation.id = ${id} and known.visibility = 'listed' and known.status = 'published'`.execute(
      db,
    ),
  ]);
  const found = rows[0];
  if (!found) return undefined;
  const { row, words, ...card } = found;
  const values: FieldValues = {
    ...Object.fromEntries(builtInFields.map(({ key }) => [key, row[key] ?? null])),
    ...Object.fromEntries(Object.entries(row.custom).map(([code, value]) => [`custom.${code}`, value])),
  };
  const shown = visibleFields(fields, values, row.facts, eyes);
  const goalsShown = shown.some(({ field }) => field.key === "goal_ids");
  return {
    ...card,
    /** The fields that the reader may see, in order, with who else sees them. */
    shown,
    values: Object.fromEntries(shown.map(({ field, value }) => [field.key, value])) as FieldValues,
    words: { ...words, goals: goalsShown ? words.goals : [] },
  };
}
