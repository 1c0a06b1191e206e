import { sql } from "kysely";
import { addOrganisations, type Definition } from "#domains/directory/index.ts";
import { type Db, system } from "#platform/db/index.ts";

type Term = Definition[number][number];

/** A term of a segment. */
export const of = (criterion: string, asked: Term["asked"], not = false): Term => ({ criterion, asked, not });
/** Terms that must all be answered. */
export const alone = (...terms: Term[]): Definition => terms.map((term) => [term]);

/** The number of a term, by its list and its code. */
export async function termsOf(db: Db) {
  const terms = await db.selectFrom("vocabularies.terms").select(["id", "list_id", "code"]).execute();
  return (list: string, code: string) =>
    terms.find((one) => one.list_id === list && one.code === code)?.id ?? 0;
}

/** Five organisations, of which three have been members and one has been met. */
export async function network(db: Db) {
  const term = await termsOf(db);
  const type = (code: string) => term("actor_types", code);
  const ids = await addOrganisations(db, system, [
    { name: "Amis du Mali", actor_type_id: type("osim"), commune_code: "80021", visibility: "listed" },
    { name: "Ville d’Amiens", actor_type_id: type("collectivite"), commune_code: "80021" },
    {
      name: "Lille Togo",
      actor_type_id: type("ong"),
      commune_code: "59350",
      website: "https://lille.example",
    },
    { name: "Collectif du Nord", actor_type_id: type("collectif"), department_code: "59" },
    { name: "Sans rien" },
  ]);
  const [mali = 0, amiens = 0, togo = 0] = ids;
  await sql`update directory.organisations set sector_ids = array[${term("sectors", "eau")}::bigint],
    country_codes = '{ML}', founded_year = 1998 where id = ${mali}`.execute(db);
  await sql`update directory.organisations set goal_ids = array[${term("odd", "6")}::bigint],
    country_codes = '{TG,ML}' where id = ${togo}`.execute(db);
  const college = term("colleges", "association");
  await db
    .insertInto("membership.memberships")
    .values([
      { organisation_id: mali, year: 2020, college_id: college },
      { organisation_id: mali, year: 2021, college_id: college },
      { organisation_id: amiens, year: 2020, college_id: term("colleges", "collectivite") },
    ])
    .execute();
  const { id } = await db
    .insertInto("activities.meetings")
    .values({
      subject: "Atelier",
      type_id: term("meeting_types", "formation"),
      held_on: "2021-03-04",
      duration_minutes: 60,
      participants: 3,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("activities.meeting_organisations")
    .values({ meeting_id: id, typed: "Lille Togo", organisation_id: togo })
    .execute();
  return ids;
}
