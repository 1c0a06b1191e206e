import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { FieldValues } from "../fields/registry.ts";

/** An organisation to add; what is not known is left out. Identifiers come already checked (`rules.ts`). */
export interface NewOrganisation {
  name: string;
  acronym?: string;
  actor_type_id?: number | null;
  /** Known alone when the type is not. */
  family_id?: number | null;
  rna?: string | null;
  siren?: string | null;
  siret?: string | null;
  uai?: string | null;
  legal_form?: string;
  founded_year?: number | null;
  address?: string;
  postal_code?: string;
  commune_code?: string | null;
  /** Known alone when the commune is not. */
  department_code?: string | null;
  website?: string;
  description?: string;
  visibility?: "listed" | "internal";
  network_since?: Day | null;
  sector_ids?: readonly number[];
  goal_ids?: readonly number[];
  country_codes?: readonly string[];
  tag_ids?: readonly number[];
  /** By the code of a custom field. */
  custom?: FieldValues;
  /** Its own addresses and numbers, the main one first, seen by the team. */
  emails?: readonly string[];
  phones?: readonly string[];
}

/**
 * Adds organisations in two statements at most, published, internal unless told; gives back their numbers in the order of `rows`.
 * Throws when an RNA or a SIRET is already that of an organisation (unique): match before you add.
 */
export async function addOrganisations(
  db: Db,
  author: Author,
  rows: readonly NewOrganisation[],
  importId: number | null = null,
): Promise<number[]> {
  if (rows.length === 0) return [];
  return inTransaction(db, author, async (db) => {
    const added = await sql<{ id: number }>`
      insert into directory.organisations (name, acronym, actor_type_id, family_id, rna, siren, siret, uai, legal_form,
        founded_year, address, postal_code, commune_code, department_code, website, description, visibility,
        network_since, sector_ids, goal_ids, country_codes, tag_ids, custom, import_id)
      select row.name, coalesce(row.acronym, ''), row.actor_type_id,
        case when row.actor_type_id is null then row.family_id end, row.rna,
        coalesce(row.siren, left(row.siret, 9)), row.siret, row.uai, coalesce(row.legal_form, ''), row.founded_year,
        coalesce(row.address, ''), coalesce(row.postal_code, ''), row.commune_code,
        case when row.commune_code is null then row.department_code end, coalesce(row.website, ''),
        coalesce(row.description, ''), coalesce(row.visibility, 'internal'), row.network_since,
        coalesce(row.sector_ids, '{}'), coalesce(row.goal_ids, '{}'), coalesce(row.country_codes, '{}'),
        coalesce(row.tag_ids, '{}'), coalesce(row.custom, '{}'), ${importId}
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as line (value, place)
      cross join lateral jsonb_to_record(line.value) as row (name text, acronym text, actor_type_id bigint,
        family_id bigint, rna text, siren text, siret text, uai text, legal_form text, founded_year integer,
        address text, postal_code text, commune_code text, department_code text, website text, description text,
        visibility text, network_since date, sector_ids bigint[], goal_ids bigint[], country_codes text[],
        tag_ids bigint[], custom jsonb)
      order by line.place
      returning id`.execute(db);
    const ids = added.rows.map((row) => row.id);
    await addPoints(
      db,
      rows.map(({ emails, phones }, index) => ({ organisationId: ids[index] ?? 0, emails, phones })),
    );
    return ids;
  });
}

/** Adds courriels and telephones to organisations, after those that they have, in one statement. */
export async function addPoints(
  db: Db,
  given: readonly ({ organisationId: number } & Pick<NewOrganisation, "emails" | "phones">)[],
): Promise<void> {
  const points = given.flatMap(({ organisationId, emails = [], phones = [] }) => [
    ...emails.map((value, position) => ({ organisation_id: organisationId, kind: "email", value, position })),
    ...phones.map((value, position) => ({ organisation_id: organisationId, kind: "phone", value, position })),
  ]);
  if (points.length === 0) return;
  await sql`
    insert into directory.contact_points (organisation_id, kind, value, position)
    select organisation_id, kind, value, position
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb)
      as point (organisation_id bigint, kind text, value text, position integer)`.execute(db);
}

/** Remembers another spelling of an organisation, so that the next spreadsheet finds it; a known one is left alone. */
export async function rememberName(db: Db, author: Author, organisationId: number, label: string) {
  await rememberNames(db, author, [{ organisation_id: organisationId, label }]);
}

/** The same for many at once; a spelling that is only the organisation's own name is not kept. */
export async function rememberNames(
  db: Db,
  author: Author,
  names: readonly { organisation_id: number; label: string }[],
): Promise<void> {
  if (names.length === 0) return;
  await inTransaction(db, author, async (db) => {
    await sql`
      insert into directory.names (organisation_id, label)
      select organisation.id, trim(row.label)
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as row (organisation_id bigint, label text)
      join directory.organisations organisation on organisation.id = row.organisation_id
      where platform.fold(row.label) not in ('', organisation.key)
      on conflict (organisation_id, key) do nothing`.execute(db);
  });
}
