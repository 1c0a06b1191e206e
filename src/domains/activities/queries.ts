import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { listTermsOf } from "#domains/vocabularies/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

const whole = (db: Db) =>
  db
    .selectFrom("activities.meeting_lines as line")
    .innerJoin("activities.meetings as meeting", "meeting.id", "line.id")
    .select((row) => [
      "meeting.id",
      "meeting.subject",
      "meeting.type_id",
      "meeting.held_on",
      "meeting.duration_minutes",
      "meeting.participants",
      "meeting.online",
      "meeting.notes",
      "meeting.import_id",
      "meeting.import_line",
      "meeting.removed_at",
      "meeting.version",
      "meeting.created_at",
      "meeting.updated_at",
      "meeting.logged_by",
      "meeting.pole_id",
      "meeting.axis_id",
      "meeting.mission_id",
      "meeting.scheme_id",
      "meeting.series_id",
      sql<string>`line.type`.as("type"),
      sql<
        { id: number; list_id: string; label: string }[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('id', term.id, 'list_id', term.list_id, 'label', term.label)), '[]')
         from vocabularies.shared_terms term
         where term.id in (meeting.pole_id, meeting.axis_id, meeting.mission_id, meeting.scheme_id))`.as(
        "headings",
      ),
      jsonArrayFrom(
        row
          .selectFrom("activities.meeting_staff as staff")
          .innerJoin("accounts.shared_names as account", "account.id", "staff.user_id")
          .whereRef("staff.meeting_id", "=", "meeting.id")
          .select(["staff.user_id", "account.name"])
          .orderBy("account.name"),
      ).as("staff"),
      jsonArrayFrom(
        row
          .selectFrom("activities.meeting_people as met")
          .whereRef("met.meeting_id", "=", "meeting.id")
          .select(["met.id", "met.typed", "met.email", "met.person_id"])
          .orderBy("met.position"),
      ).as("people"),
      sql<"online" | "office" | "trip">`line.setting`.as("setting"),
      jsonArrayFrom(
        row
          .selectFrom("activities.meeting_places as place")
          .leftJoin("territory.shared_communes as commune", "commune.code", "place.commune_code")
          .whereRef("place.meeting_id", "=", "meeting.id")
          .select([
            "place.typed",
            "place.commune_code",
            "place.country_code",
            "commune.name as commune",
            "commune.department_name as department",
          ])
          .orderBy("place.position"),
      ).as("places"),
      jsonArrayFrom(
        row
          .selectFrom("activities.meeting_organisations as met")
          .leftJoin(
            "directory.shared_organisations as organisation",
            "organisation.id",
            "met.organisation_id",
          )
          .whereRef("met.meeting_id", "=", "meeting.id")
          .select(["met.typed", "met.organisation_id", "organisation.name"])
          .orderBy("met.position"),
      ).as("organisations"),
    ]);

export type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** A meeting with its places and who was met; a deleted one too (`removed_at`). */
export function findMeeting(db: Db, id: number) {
  return whole(db).where("meeting.id", "=", id).executeTakeFirst();
}

/** The meeting that this account logged last: what the next entry starts from. */
export function findLastMeetingOf(db: Db, accountId: string | null) {
  return whole(db)
    .where("meeting.logged_by", "=", accountId)
    .where("meeting.removed_at", "is", null)
    .where("meeting.import_id", "is", null)
    .orderBy("meeting.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** What a room above reads of meetings it knows by number, to show them or count them; the deleted ones are said so. */
export async function findMeetings(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("activities.meeting_lines as line")
    .select([
      sql<number>`line.id`.as("id"),
      sql<string>`line.subject`.as("subject"),
      sql<Day>`line.held_on`.as("held_on"),
      sql<string>`line.type`.as("type"),
      sql<number>`line.type_id`.as("type_id"),
      sql<number>`line.duration_minutes`.as("duration_minutes"),
      sql<number>`line.participants`.as("participants"),
      sql<boolean>`line.online`.as("online"),
      sql<string>`line.places`.as("places"),
      sql<"online" | "office" | "trip">`line.setting`.as("setting"),
      sql<boolean>`line.removed_at is not null`.as("removed"),
    ])
    .where("line.id", "in", [...ids])
    .orderBy("line.held_on", "desc")
    .orderBy("line.id", "desc")
    .execute();
}

/** The lists under which meetings are put, as the form offers them. */
export const headingLists = {
  type: "meeting_types",
  pole: "poles",
  axe: "strategic_axes",
  mission: "missions",
  dispositif: "schemes",
} as const;

export type MeetingChoices = Record<keyof typeof headingLists, { id: number; label: string }[]> & {
  /** Who of the team may have been there. */
  team: { id: string; name: string }[];
};

/** What the form of a meeting offers; of what is retired or gone, only what this meeting still bears. */
export async function listChoices(
  db: Db,
  kept: { terms?: readonly (number | null)[]; staff?: readonly string[] } = {},
): Promise<MeetingChoices> {
  const terms = await listTermsOf(db, Object.values(headingLists), {
    kept: (kept.terms ?? []).filter((id) => id !== null),
  });
  const team = await db
    .selectFrom("accounts.shared_accounts as account")
    .select(["account.id", "account.name"])
    .where((row) =>
      row.or([
        row("account.id", "in", row.selectFrom("accounts.shared_staff").select("id")),
        ...(kept.staff && kept.staff.length > 0 ? [row("account.id", "in", [...kept.staff])] : []),
      ]),
    )
    .orderBy("account.name")
    .execute();
  const of = (list: string) =>
    terms.filter(({ list_id }) => list_id === list).map(({ id, label }) => ({ id, label }));
  return {
    type: of(headingLists.type),
    pole: of(headingLists.pole),
    axe: of(headingLists.axe),
    mission: of(headingLists.mission),
    dispositif: of(headingLists.dispositif),
    team: team.flatMap(({ id, name }) => (id && name ? [{ id, name }] : [])),
  };
}

/** The types of meetings in use, in their order. */
export const listMeetingTypes = async (db: Db) => (await listChoices(db)).type;

/** What a recorded meeting bears of the lists and of the team, offered again when it is changed. */
export const keptOf = (meeting: Meeting) => ({
  terms: [meeting.type_id, meeting.pole_id, meeting.axis_id, meeting.mission_id, meeting.scheme_id],
  staff: meeting.staff.map(({ user_id }) => user_id),
});
