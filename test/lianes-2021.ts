import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { seriesOf } from "#domains/agenda/rules.ts";
import { placeKey } from "#domains/territory/index.ts";
import { readDay, readDuration } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

type Line = Record<string, string>;
const read = async (name: string) =>
  parse(await readFile(`demo/lianes-2021/${name}-2021.csv`), { columns: true, bom: true }) as Line[];

/** The spellings that are no commune's own, as staff would settle them at the import. */
const settled: Record<string, string> = {
  soisson: "soissons",
  valencienne: "valenciennes",
  "fort mahon": "fort mahon plage",
};
const online = /^(en ligne|a distance)$/;

/** The network's year 2021 straight into the tables: 381 meetings, 21 sessions, 72 members, two offices. */
export async function loadLianes2021(db: Db): Promise<void> {
  const communes = await communesByKey(db);
  const communeOf = (typed: string) => communes.get(settled[placeKey(typed)] ?? placeKey(typed)) ?? null;
  const terms = await db
    .selectFrom("vocabularies.terms")
    .select(["id", "list_id", "label", "synonyms"])
    .execute();
  const termOf = (list: string, typed: string) =>
    terms.find(
      ({ list_id, label, synonyms }) =>
        list_id === list && [label, ...synonyms].some((one) => placeKey(one) === placeKey(typed)),
    )?.id ?? 0;
  await db
    .insertInto("territory.offices")
    .values(["Lille", "Amiens"].map((name) => ({ name, commune_code: communeOf(name) ?? "" })))
    .execute();
  await loadMeetings(db, communeOf, termOf);
  await loadTrainings(db, communeOf);
  await loadMembers(db, termOf);
}

async function communesByKey(db: Db) {
  const names = await db
    .selectFrom("territory.place_names as name")
    .innerJoin("territory.communes as commune", "commune.code", "name.commune_code")
    .innerJoin("territory.departments as department", "department.code", "commune.department_code")
    .select(["name.key", "commune.code"])
    .where("name.origin", "=", "commune")
    .orderBy((row) => row.case().when("department.region_code", "=", "32").then(1).else(0).end())
    .orderBy("commune.population")
    .execute();
  return new Map(names.map(({ key, code }) => [key, code]));
}

type CommuneOf = (typed: string) => string | null;
type TermOf = (list: string, typed: string) => number;

async function loadMeetings(db: Db, communeOf: CommuneOf, termOf: TermOf) {
  const lines = (await read("reunions")).map((line) => ({
    line,
    places: (line["Localisation"] ?? "").split(" et ").filter((typed) => !online.test(placeKey(typed))),
  }));
  const made = await db
    .insertInto("activities.meetings")
    .values(
      lines.map(({ line, places }) => ({
        subject: line["Sujet"] ?? "",
        type_id: termOf("meeting_types", line["Type de réunion"] ?? ""),
        held_on: readDay(line["Date"] ?? "") ?? "",
        duration_minutes: readDuration(line["Durée"] ?? "") ?? 0,
        participants: Number(line["Nombre de participants"]),
        online: places.length === 0,
        notes: "Note interne",
      })),
    )
    .returning("id")
    .execute();
  const rows = lines.flatMap(({ places }, index) =>
    places.map((typed, position) => ({
      meeting_id: made[index]?.id ?? 0,
      position,
      typed,
      commune_code: communeOf(typed),
    })),
  );
  await db.insertInto("activities.meeting_places").values(rows).execute();
}

async function loadTrainings(db: Db, communeOf: CommuneOf) {
  const trainings = new Map<string, number>();
  for (const line of await read("formations")) {
    const { title, part } = seriesOf(line["Intitulé"] ?? "");
    const event_id = trainings.get(title) ?? (await addTraining(db, title));
    trainings.set(title, event_id);
    const place = line["Localisation"] ?? "";
    const remote = online.test(placeKey(place));
    await db
      .insertInto("agenda.sessions")
      .values({
        event_id,
        title: part,
        starts_on: readDay(line["Date de début"] ?? "") ?? "",
        duration_minutes: Number(line["Durée en heures"]) * 60,
        participants: Number(line["Participant.es"]),
        online: remote,
        place: remote ? "" : place,
        commune_code: remote ? null : communeOf(place),
      })
      .execute();
  }
}

async function addTraining(db: Db, title: string): Promise<number> {
  const { id } = await db
    .insertInto("agenda.events")
    .values({ training: true, title })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function loadMembers(db: Db, termOf: TermOf) {
  const lines = await read("adherents");
  const made = await db
    .insertInto("directory.organisations")
    .values(lines.map((line) => ({ name: line["Nom"] ?? "", visibility: "listed" })))
    .returning("id")
    .execute();
  await db
    .insertInto("membership.memberships")
    .values(
      lines.map((line, index) => ({
        organisation_id: made[index]?.id ?? 0,
        year: 2021,
        college_id: termOf("colleges", line["Catégorie"] ?? ""),
      })),
    )
    .execute();
}
