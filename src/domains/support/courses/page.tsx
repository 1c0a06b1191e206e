import { appointments } from "#paths/appointments.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { isAdministrator } from "#platform/web/visitor.ts";
import { writeSupport } from "../access.ts";
import { listNotes } from "../content/queries.ts";
import { listLikelyMeetings } from "../meetings/queries.ts";
import { tokenOf } from "../rules.link.ts";
import type { Course } from "./course.ts";
import { findCourse } from "./queries.ts";
import { CoursePage } from "./views.record.tsx";

/** A form of the page that was sent wrong: what was typed and what to mend. */
export interface Wrong {
  errors: Errors;
  typed: Typed;
}

/** A course that one may write to: there, and not deleted. */
export async function openCourseOf(c: Request): Promise<Course> {
  const course = found(await findCourse(c.get("db"), idOf(c)));
  return found(course.removed_at ? undefined : course);
}

/** The whole address by which the organisation books a slot of the referent for this course; they may offer none. */
function bookingLink(c: Request, { id, slots, stage }: Course): string | undefined {
  if (slots === null || stage === "closed") return undefined;
  const { baseUrl, secret } = c.get("config");
  return baseUrl + appointments.slotsFor(slots, tokenOf(secret, "course", { id, link: 1 }));
}

/** The page of a course as this visitor may see it; `wrong` answers 422 with what was typed. */
export async function showCourse(c: Request, course: Course, wrong?: Wrong, status: 200 | 409 | 422 = 422) {
  const db = c.get("db");
  const mayWrite = writeSupport.allows(c.get("visitor"));
  const [notes, likely] = await Promise.all([
    mayWrite ? listNotes(db, course.id) : [],
    mayWrite ? listLikelyMeetings(db, course.id) : [],
  ]);
  const page = (
    <CoursePage
      course={course}
      notes={notes}
      likely={likely}
      mayWrite={mayWrite}
      seesChanges={isAdministrator(c.get("visitor"))}
      bookingLink={bookingLink(c, course)}
      now={new Date()}
      today={dayInParis(new Date())}
      wrong={wrong}
    />
  );
  return wrong
    ? answer(c, status, page, { title: course.subject })
    : c.render(page, { title: course.subject });
}
