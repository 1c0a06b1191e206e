import { Hono } from "hono";
import { findOrganisation } from "#domains/directory/index.ts";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { writeSupport } from "../access.ts";
import { changeCourse, openCourse } from "./commands.ts";
import type { Course } from "./course.ts";
import { courseForm } from "./input.ts";
import { listChoices } from "./queries.choices.ts";
import { findCourse } from "./queries.ts";
import { settleCourse } from "./settle.ts";
import { formOf } from "./texts.form.ts";
import { EditCoursePage, editTitle, NewCoursePage, newTitle } from "./views.edit.tsx";

/** Opening a course, and changing it. */
export const courseEntryRoutes = new Hono<AppEnv>()
  .get("/nouveau", may(writeSupport), async (c) => {
    const db = c.get("db");
    const asked = Number(c.req.query("organisation"));
    const organisation = asked ? await findOrganisation(db, asked) : undefined;
    const typed = {
      organisations: organisation?.name ?? "",
      referent: c.get("visitor").accountId ?? "",
      debut: formatShortDay(dayInParis(new Date())),
    };
    return c.render(<NewCoursePage choices={await listChoices(db)} typed={typed} />, { title: newTitle });
  })
  .post("/nouveau", may(writeSupport), async (c) => {
    const read = await readCourse(c);
    if (!read.ok) return answer(c, 422, <NewCoursePage {...read} />, { title: newTitle });
    const now = new Date();
    const { stage, entry } = read;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const opened = stage === "request" ? entry : { ...entry, openedOn: entry.openedOn ?? dayInParis(now) };
      return support.one(await openCourse(db, authorOf(c), opened, { stage }, now));
    });
    await leaveNotice(c, { text: "L’accompagnement est ouvert." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeSupport), async (c) => {
    const course = await target(c);
    const choices = await listChoices(c.get("db"), course.id);
    return c.render(<EditCoursePage course={course} choices={choices} typed={formOf(course)} />, {
      title: editTitle(course),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeSupport), async (c) => {
    const course = await target(c);
    const title = editTitle(course);
    const read = await readCourse(c, course);
    if (!read.ok) {
      // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
      const seen = { ...course, version: Number(read.typed["version"]) || course.version };
      return answer(c, 422, <EditCoursePage {...read} course={seen} />, { title });
    }
    const { entry, version, choices, typed } = read;
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const done = await changeCourse(c.get("db"), authorOf(c), desk, course.id, version, entry, new Date());
    if (!done.ok) {
      const saved = found(await findCourse(c.get("db"), course.id));
      return answer(c, 409, <EditCoursePage course={saved} mine={entry} choices={choices} typed={typed} />, {
        title,
      });
    }
    await leaveNotice(c, { text: "Les modifications sont enregistrées." });
    return c.redirect(support.one(course.id), 303);
  });

/** A course that is not deleted. */
const target = async (c: Request): Promise<Course> => {
  const course = found(await findCourse(c.get("db"), idOf(c)));
  return found(course.removed_at ? undefined : course);
};

/** The form sent, understood as far as it can be: an entry to write, or what the page needs to show it again. */
async function readCourse(c: Request, course?: Course) {
  const db = c.get("db");
  const choices = await listChoices(db, course?.id);
  const read = await readForm(c, courseForm(dayInParis(new Date()), choices));
  if (!read.ok) return { ...read, choices };
  const settled = await settleCourse(db, read.value, read.typed, course?.organisations);
  const { etape, version } = read.value;
  return { ...settled, choices, typed: read.typed, stage: etape, version };
}
