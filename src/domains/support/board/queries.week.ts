import { sql } from "kysely";
import { addDays, type Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type DueMilestone, dueMilestones } from "../incubation/queries.week.ts";
import { type Card, cardColumns, cardJoins, heldBy } from "./queries.board.ts";

export interface Week {
  asked: Card[];
  due: Card[];
  quiet: Card[];
  appointments: {
    id: number;
    subject: string;
    starts_at: string;
    organisation: string;
    course_id: number | null;
    course: string | null;
  }[];
  /** Milestones of the referent's cohorts that organisations have still to reach, past or of the week. */
  milestones: DueMilestone[];
  meetings: { id: number; subject: string; held_on: Day; course_id: number; course: string }[];
}

const most = 100;

/** What a referent's week is made of: requests to answer, next steps past or of the week, appointments, meetings held, courses gone quiet. */
export async function readWeek(db: Db, referent: string, monday: Day, quietWeeks: number): Promise<Week> {
  const sunday = addDays(monday, 6);
  const cards = (where: ReturnType<typeof sql<boolean>>, order: ReturnType<typeof sql>) => sql`
    (select coalesce(jsonb_agg(card), '[]') from (
      select ${cardColumns} from support.courses course ${cardJoins}
      where course.removed_at is null and course.stage <> 'closed' and ${heldBy(referent)} and ${where}
      order by ${order}, course.id limit ${most}) card)`;
  const { rows } = await sql<Week>`
    select ${cards(sql<boolean>`course.stage = 'request'`, sql`course.stage_since`)} as asked,
      ${cards(sql<boolean>`course.stage <> 'request' and course.next_step_on <= ${sunday}`, sql`course.next_step_on`)} as due,
      ${cards(
        sql<boolean>`course.stage <> 'request' and course.next_step_on is null
          and course.touched_at < (${monday}::date - make_interval(weeks => ${quietWeeks})) at time zone 'Europe/Paris'`,
        sql`course.touched_at`,
      )} as quiet,
      ${dueMilestones(referent, sunday)} as milestones,
      (select coalesce(jsonb_agg(line), '[]') from (
        select appointment.id, appointment.subject, appointment.starts_at,
          coalesce(organisation.name, appointment.organisation_typed) as organisation, course.id as course_id, course.subject as course
        from support.appointments appointment
        join support.hosts host on host.id = appointment.host_id and host.account_id::text = ${referent}
        left join directory.shared_organisations organisation on organisation.id = appointment.organisation_id
        left join support.courses course on course.id = appointment.course_id and course.removed_at is null
        where appointment.state = 'booked' and appointment.starts_at >= ${monday}::date at time zone 'Europe/Paris'
          and appointment.starts_at < (${monday}::date + 7) at time zone 'Europe/Paris'
          and not exists (select from support.appointment_meetings noted
            join activities.shared_meetings meeting on meeting.id = noted.meeting_id
            where noted.appointment_id = appointment.id)
        order by appointment.starts_at, appointment.id limit ${most}) line) as appointments,
      (select coalesce(jsonb_agg(line), '[]') from (
        select meeting.id, meeting.subject, meeting.held_on, course.id as course_id, course.subject as course
        from activities.shared_meetings meeting
        join support.course_meetings link on link.meeting_id = meeting.id
        join support.courses course on course.id = link.course_id and course.removed_at is null
        where meeting.held_on between ${monday} and ${sunday} and ${heldBy(referent)}
        order by meeting.held_on, meeting.id limit ${most}) line) as meetings`.execute(db);
  return rows[0] ?? { asked: [], due: [], quiet: [], appointments: [], milestones: [], meetings: [] };
}
