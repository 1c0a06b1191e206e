import { type RawBuilder, sql } from "kysely";
import { statuses, visibilities } from "../texts.ts";
import type { CountedLine } from "./rules.ts";

/** The dimensions whose values are terms, by the list that holds them. */
export const termLists = {
  famille: "actor_families",
  type: "actor_types",
  secteur: "sectors",
  odd: "odd",
  etiquette: "tags",
} as const;

const terms = sql.lit(`{${Object.keys(termLists).join(",")}}`);

/**
 * What values are called: `said` gives (dimension, value), the value as the record holds it (a term by its number); to each
 * line come the value as the address writes it, and its label. Those unknown have neither.
 */
export const withLabels = (said: RawBuilder<unknown>) => sql`
  select said.*, word.code, word.label
  from (${said}) said
  left join lateral (
    select code, label from vocabularies.shared_terms
    where id = case when said.dimension = any(${terms}::text[]) then said.value::bigint end
    union all
    select code, name from territory.shared_departments where said.dimension = 'departement' and code = said.value
    union all
    select code, name from territory.shared_communes where said.dimension = 'commune' and code = said.value
    union all
    (select epci_code, epci_name from territory.shared_communes
     where epci_code = case said.dimension when 'epci' then said.value end limit 1)
    union all
    select code, name from territory.shared_countries where said.dimension = 'pays' and code = said.value
    union all
    select said.value, coalesce(
      (select choice ->> 'label' from directory.custom_fields field, jsonb_array_elements(field.choices) choice
       where said.dimension = 'champ.' || field.code and choice ->> 'code' = said.value limit 1),
      case said.value when 'oui' then 'Oui' when 'non' then 'Non' end)
    where said.dimension like 'champ.%'
    union all
    select said.value, null where said.dimension in ('visibilite', 'statut')
  ) word on true`;

/** What is no term nor place has its words in the room. */
export function worded(line: CountedLine): CountedLine {
  const words = line.dimension === "visibilite" ? visibilities : line.dimension === "statut" ? statuses : {};
  return line.value !== null && words[line.value] ? { ...line, label: words[line.value] ?? null } : line;
}
