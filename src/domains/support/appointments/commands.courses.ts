import { clockAt } from "#platform/dates.clock.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { addPerson } from "../commands.people.ts";
import { openCourse } from "../courses/commands.ts";
import type { Appointment } from "./queries.ts";

/** Where a meeting noted from an appointment goes: a course, a new one, or the log alone. */
export type Target = { course: number } | "new" | "none";

/** Says for which course an appointment is; null: for none. */
export async function tieToCourse(
  db: Db,
  author: Author,
  id: number,
  courseId: number | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db.updateTable("support.appointments").set({ course_id: courseId }).where("id", "=", id).execute(),
  );
}

/** Opens the course that begins with this appointment, followed by who received; its number. */
export async function openCourseFrom(
  db: Db,
  author: Author,
  appointment: Appointment,
  now: Date,
): Promise<number> {
  const organisation = appointment.organisation_typed || appointment.organisation;
  const id = await openCourse(
    db,
    author,
    {
      subject: appointment.subject,
      organisations: organisation
        ? [{ typed: organisation, organisationId: appointment.organisation_id }]
        : [],
      referentId: appointment.account_id,
      staffIds: [],
      openedOn: clockAt(appointment.starts_at).day,
      themeIds: appointment.theme_id ? [appointment.theme_id] : [],
      countryCodes: [],
      communeCode: null,
      place: "",
      poleId: null,
      axisId: null,
      schemeId: null,
      description: "",
      nextStep: "",
      nextStepOn: null,
      projectId: null,
      application: "",
    },
    { stage: "diagnosis" },
    now,
  );
  const { name, email, phone } = appointment;
  if (name)
    await addPerson(
      db,
      author,
      { in: "course", id },
      { personId: null, name, email: email.toLowerCase(), phone, title: "" },
    );
  return id;
}
