import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type AgendaQuestion, type Dimension, dimensions } from "../input.ts";
import type { Dates } from "./held.ts";
import { askedOf } from "./rules.ts";
import { numberOf } from "./values.ts";

/** What the values chosen are called. */
export type Labels = Partial<Record<Dimension, string | null>>;

/** What the values chosen are called; those that no date has are asked of the database. */
export async function labelsOf(db: Db, { values }: Dates, asked: AgendaQuestion): Promise<Labels> {
  const labels: Labels = {};
  let missing = false;
  for (const dimension of dimensions) {
    const value = askedOf(dimension, asked);
    if (value === undefined) continue;
    labels[dimension] = values.all[numberOf(values, dimension, value)]?.label ?? null;
    missing ||= labels[dimension] === null;
  }
  return missing ? { ...labels, ...(await findLabels(db, asked)) } : labels;
}

async function findLabels(db: Db, asked: AgendaQuestion): Promise<Labels> {
  const term = (listId: string, code: string | undefined) =>
    sql`(select label from vocabularies.shared_terms where list_id = ${listId} and code = ${code ?? null}::text)`;
  const { rows } = await sql<Labels>`select
    (select name from territory.shared_departments where code = ${asked.departement ?? null}::text) as departement,
    (select name from territory.shared_communes where code = ${asked.commune ?? null}::text) as commune,
    (select name from territory.shared_countries where code = ${asked.pays?.toUpperCase() ?? null}::text) as pays,
    (select name from directory.shared_organisations where id = ${asked.organisateur ?? null}::bigint
      and visibility = 'listed' and status = 'published') as organisateur,
    ${term("event_kinds", asked.type)} as type, ${term("sectors", asked.secteur)} as secteur,
    ${term("odd", asked.odd)} as odd, ${term("actor_types", asked.public)} as public,
    ${term("poles", asked.pole)} as pole, ${term("strategic_axes", asked.axe)} as axe`.execute(db);
  return rows[0] ?? {};
}
