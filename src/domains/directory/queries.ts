import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";
import { type Fact, type FactSource, wordsOf } from "./fields/queries.ts";
import type { FieldValues } from "./fields/registry.ts";

/** An organisation with its words and places looked up. */
function records(db: Db) {
  return db
    .selectFrom("directory.organisations as organisation")
    .leftJoin("directory.shared_organisations as known", "known.id", "organisation.id")
    .leftJoin("imports.shared_imports as import", "import.id", "organisation.import_id")
    .select([
      "organisation.id",
      "organisation.name",
      "organisation.acronym",
      "organisation.actor_type_id",
      "organisation.family_id",
      "organisation.rna",
      "organisation.siren",
      "organisation.siret",
      "organisation.uai",
      "organisation.legal_form",
      "organisation.founded_year",
      "organisation.address",
      "organisation.postal_code",
      "organisation.commune_code",
      "organisation.website",
      "organisation.description",
      "organisation.sector_ids",
      "organisation.goal_ids",
      "organisation.country_codes",
      "organisation.profile_id",
      "organisation.tag_ids",
      "organisation.logo_file_id",
      "organisation.visibility",
      "organisation.status",
      "organisation.network_since",
      "organisation.confirmed_on",
      "organisation.version",
      "organisation.created_at",
      "organisation.updated_at",
      "organisation.import_id",
      "import.file_name as import_file",
      "known.actor_type",
      "known.family",
      "known.commune",
      "known.department",
      "known.department_code",
      sql<FieldValues>`organisation.custom`.as("custom"),
      sql<Record<string, Fact>>`organisation.facts`.as("facts"),
      sql<FactSource | null>`organisation.origin`.as("origin"),
      wordsOf().as("words"),
    ]);
}

const contacts = (db: Db) =>
  db
    .selectFrom("directory.contact_points as point")
    .select(["point.id", "point.kind", "point.label", "point.value", "point.visibility"])
    .whereRef("point.organisation_id", "=", sql.ref("organisation.id"))
    .orderBy("point.position")
    .orderBy("point.id");

export type ContactPoint = Awaited<ReturnType<ReturnType<typeof contacts>["execute"]>>[number];

/** The whole record, for the network's own people: every contact point, every other spelling, what the values are called. */
export function findOrganisation(db: Db, id: number) {
  const spellings = db
    .selectFrom("directory.names as spelling")
    .select(["spelling.id", "spelling.label"])
    .whereRef("spelling.organisation_id", "=", sql.ref("organisation.id"))
    .orderBy("spelling.key");
  return records(db)
    .select([jsonArrayFrom(contacts(db)).as("contacts"), jsonArrayFrom(spellings).as("spellings")])
    .where("organisation.id", "=", id)
    .executeTakeFirst();
}

export type OrganisationRecord = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** The public cards, for the sitemap: every listed organisation, with the day it last changed. */
export async function listSitemapEntries(db: Db): Promise<{ id: number; name: string; updated_at: Date }[]> {
  return db
    .selectFrom("directory.public_cards")
    .select([sql<number>`id`.as("id"), sql<string>`name`.as("name"), sql<Date>`updated_at`.as("updated_at")])
    .orderBy("id")
    .execute();
}

/** The organisations most recently listed, for the feed: what their cards let everyone see. */
export async function listNewest(db: Db, count: number) {
  return db
    .selectFrom("directory.public_cards as card")
    .innerJoin("directory.shared_organisations as known", "known.id", "card.id")
    .select([sql<number>`card.id`.as("id"), sql<string>`card.name`.as("name")])
    .select(["card.description", "known.actor_type", "known.commune", "known.department"])
    .select(sql<Date>`card.listed_at`.as("listed_at"))
    .orderBy("card.listed_at", "desc")
    .orderBy("card.id", "desc")
    .limit(count)
    .execute();
}
