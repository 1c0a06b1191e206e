import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Dimension } from "../input.ts";
import { termLists, withLabels, worded } from "../labels.ts";
import { type Dictionary, numberOf } from "./columns.ts";
import type { Label } from "./known.ts";

/**
 * What the values of every dimension are called. Those that can be chosen although no card has them (terms, départements,
 * countries, answers) enter the dictionaries too.
 */
export async function readLabels(
  db: Db,
  dimensions: readonly Dimension[],
  dictionaries: readonly Dictionary[],
): Promise<Label[][]> {
  const met = dimensions.flatMap((dimension, place) =>
    (dictionaries[place]?.values.slice(1) ?? []).map((value) => ({ dimension, value })),
  );
  const lists = Object.entries(termLists);
  const { rows } = await sql<{
    dimension: Dimension;
    value: string;
    code: string | null;
    label: string | null;
    rank: number;
  }>`
    select dimension, value, code, label, dense_rank() over (partition by dimension order by label nulls first) as rank
    from (${withLabels(sql`
      select dimension, value from unnest(${met.map(({ dimension }) => dimension)}::text[], ${met.map(({ value }) => value)}::text[])
        met (dimension, value)
      union
      select list.dimension, term.id::text from vocabularies.shared_terms term
        join unnest(${lists.map(([dimension]) => dimension)}::text[], ${lists.map(([, list]) => list)}::text[])
          list (dimension, list_id) using (list_id)
      union
      select 'departement', code from territory.shared_departments
      union
      select 'pays', code from territory.shared_countries
      union
      select 'champ.' || code, answer from directory.custom_fields
        cross join lateral (select choice ->> 'code' as answer from jsonb_array_elements(choices) choice
                            union all select unnest(array['oui', 'non']) where kind = 'yes_no') offered
      union
      select 'statut', unnest(array['proposed', 'published', 'archived'])
      union
      select 'visibilite', unnest(array['listed', 'internal'])`)}) named`.execute(db);
  const labels: Label[][] = dimensions.map(() => []);
  for (const row of rows) {
    const place = dimensions.indexOf(row.dimension);
    const dictionary = dictionaries[place];
    if (!dictionary) continue;
    const { label } = worded({ ...row, count: 0 });
    (labels[place] ?? [])[numberOf(dictionary, row.value)] = {
      code: row.code ?? row.value,
      label,
      rank: row.rank,
    };
  }
  return labels.map((known, place) =>
    (dictionaries[place]?.values ?? []).map(
      (value, number) => (number > 0 && known[number]) || { code: value, label: null, rank: 0 },
    ),
  );
}
