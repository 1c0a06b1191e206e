import { sql } from "kysely";
import { type Db, prepared } from "#platform/db/index.ts";
import type { Goal } from "#ui/goal.tsx";
import {
  type CustomField,
  customFields,
  type Fact,
  type FieldWords,
  withCustomFields,
  wordsOf,
} from "../fields/queries.ts";
import { builtInFields, type FieldValues } from "../fields/registry.ts";
import { visibleFields } from "../fields/rules.ts";
import type { ContactPoint } from "../queries.ts";
import type { CardPart, Eyes } from "./parts.ts";

interface CardRow {
  id: number;
  name: string;
  row: FieldValues & { custom: FieldValues; facts: Record<string, Fact> };
  words: FieldWords & { goals: Goal[] };
  contacts: Omit<ContactPoint, "id">[];
  custom_fields: CustomField[];
  /** What each part says, in their order. */
  said: unknown[];
  actor_type: string | null;
  actor_type_code: string | null;
  family: string | null;
  family_code: string | null;
  commune: string | null;
  department: string | null;
}

export type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>;

/**
 * What everyone, or members of the network, may see of an organisation, with what these parts say of it, in one statement;
 * undefined unless it is listed and published. The public read the view that empties what is not public; then, for all,
 * the fields are chosen by who reads.
 */
export async function findCard(
  db: Db,
  id: number,
  { eyes = "public", parts = [] }: { eyes?: Eyes; parts?: readonly CardPart[] } = {},
) {
  const table = sql.table(eyes === "public" ? "directory.public_cards" : "directory.organisations");
  const tags = sql`'{}'::bigint[]`;
  const said = sql.join(parts.map((part) => part.reads(eyes)));
  const { rows } = await sql<CardRow>`${prepared}
      select organisation.id, organisation.name, to_jsonb(organisation) - 'search' as row, ${wordsOf(tags)} as words,
             known.actor_type, known.actor_type_code, known.family, known.family_code, known.commune, known.department,
             (select coalesce(json_agg(json_build_object('kind', point.kind, 'label', point.label,
                'value', point.value, 'visibility', point.visibility) order by point.position, point.id), '[]')
              from directory.contact_points point where point.organisation_id = organisation.id
                and (point.visibility = 'public' or (${eyes === "members"} and point.visibility = 'members'))) as contacts,
             ${customFields} as custom_fields, json_build_array(${said}) as said
      from ${table} organisation
      join directory.shared_organisations known on known.id = organisation.id
      where organisation.id = ${id} and known.visibility = 'listed' and known.status = 'published'`.execute(
    db,
  );
  const found = rows[0];
  if (!found) return undefined;
  const { row, words, custom_fields, ...card } = found;
  const fields = withCustomFields(custom_fields);
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
