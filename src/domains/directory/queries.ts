import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";

/** An organisation with its words and places looked up; whose eyes it is for is said by the two functions below. */
function records(db: Db) {
  return db
    .selectFrom("directory.organisations as organisation")
    .leftJoin("directory.shared_organisations as known", "known.id", "organisation.id")
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
      "organisation.visibility",
      "organisation.status",
      "organisation.network_since",
      "organisation.version",
      "organisation.created_at",
      "organisation.updated_at",
      "known.actor_type",
      "known.family",
      "known.commune",
      "known.department",
      "known.department_code",
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

/** The whole record, for the network's own people: every contact point, every other spelling. */
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

/** What everyone may see of an organisation: nothing unless listed and published, and only its public contact points. */
export function findCard(db: Db, id: number) {
  return records(db)
    .select(jsonArrayFrom(contacts(db).where("point.visibility", "=", "public")).as("contacts"))
    .where("organisation.id", "=", id)
    .where("organisation.visibility", "=", "listed")
    .where("organisation.status", "=", "published")
    .executeTakeFirst();
}

export type OrganisationRecord = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;
export type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>;

/** The public cards, for the sitemap: every listed organisation, with the day it last changed. */
export async function listSitemapEntries(db: Db): Promise<{ id: number; name: string; updated_at: Date }[]> {
  return db
    .selectFrom("directory.organisations")
    .select(["id", "name", "updated_at"])
    .where("visibility", "=", "listed")
    .where("status", "=", "published")
    .orderBy("id")
    .execute();
}

/** The organisations most recently listed, for the feed. */
export async function listNewest(db: Db, count: number) {
  return db
    .selectFrom("directory.organisations as organisation")
    .innerJoin("directory.shared_organisations as known", "known.id", "organisation.id")
    .select(["organisation.id", "organisation.name", "organisation.description"])
    .select(["known.actor_type", "known.commune", "known.department"])
    .select(sql<Date>`organisation.listed_at`.as("listed_at"))
    .where("organisation.visibility", "=", "listed")
    .where("organisation.status", "=", "published")
    .orderBy("organisation.listed_at", "desc")
    .orderBy("organisation.id", "desc")
    .limit(count)
    .execute();
}
