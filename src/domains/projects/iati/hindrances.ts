import { type RawBuilder, type SqlBool, sql } from "kysely";

interface Hindrance {
  code: string;
  /** What is missing, after “il manque”. */
  label: string;
  /** Without it the standard refuses the project; otherwise the project goes out, poorer. */
  blocks: boolean;
}

/** What can be missing for the standard (schema and ruleset of IATI 2.03), in the order in which it is told. */
export const hindrances = [
  { code: "start", label: "une date de début", blocks: true },
  { code: "country", label: "un pays, ou un lieu ici", blocks: true },
  { code: "sector", label: "un secteur rapproché d’un code-objet du CAD", blocks: true },
  { code: "organisation", label: "un acteur", blocks: true },
  { code: "text", label: "un résumé ou une description", blocks: false },
  { code: "siren", label: "le SIREN public d’un porteur", blocks: false },
] as const satisfies readonly Hindrance[];
export type HindranceCode = (typeof hindrances)[number]["code"];

/** Lines of a page of what lacks. */
export const pageSize = 50;

/** That `project` lacks it. `sectorIds` are the sectors that have a purpose of the DAC. */
export function lacks(code: HindranceCode, sectorIds: readonly number[]): RawBuilder<SqlBool> {
  switch (code) {
    case "start":
      return sql`project.starts_on is null`;
    case "country":
      return sql`(cardinality(project.country_codes) = 0 and not exists (
        select from projects.shared_project_places place
        where place.project_id = project.id and place.country_code is not null))`;
    case "sector":
      return sql`not project.sector_ids && ${[...sectorIds]}::bigint[]`;
    case "organisation":
      return sql`(project.origin = 'own'
        and not exists (select from projects.participants line where line.project_id = project.id)
        and not exists (select from projects.budget_lines line where line.project_id = project.id))`;
    case "text":
      return sql`btrim(project.summary || project.description) = ''`;
    case "siren":
      return sql`exists (select from projects.participants participant
        join directory.shared_public_cards card on card.id = participant.organisation_id
        where participant.project_id = project.id and participant.role = 'carrier' and card.siren is null)`;
  }
}

/** That the standard refuses `project`. */
export const isBlocked = (sectorIds: readonly number[]) =>
  sql<SqlBool>`(${sql.join(
    hindrances.filter(({ blocks }) => blocks).map(({ code }) => lacks(code, sectorIds)),
    sql` or `,
  )})`;

/** The codes of all that `project` lacks, as an array of texts. */
export const everyLack = (sectorIds: readonly number[]) =>
  sql<HindranceCode[]>`array_remove(array[${sql.join(
    hindrances.map(({ code }) => sql`case when ${lacks(code, sectorIds)} then ${code}::text end`),
  )}], null)`;
