import { Hono } from "hono";
import { support } from "#paths/support.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeSupport } from "../access.ts";
import { openCourseOf, showCourse } from "../courses/page.tsx";
import { addNote, eraseNote, rewriteNote } from "./commands.ts";
import { noteForm } from "./input.ts";
import { listNotes } from "./queries.ts";
import { NotePage, noteTitle } from "./views.notes.tsx";

/** The confidential notes of a course: the team's alone. */
export const noteRoutes = new Hono<AppEnv>()
  .post("/:id{[0-9]+}/notes", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, noteForm);
    if (!read.ok) return showCourse(c, course, read);
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addNote(db, authorOf(c), course.id, read.value.note, new Date());
      return support.one(course.id);
    });
    await leaveNotice(c, { text: "La note est enregistrée." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/notes/:note{[0-9]+}", may(writeSupport), async (c) =>
    c.render(<NotePage {...(await target(c))} />, { title: noteTitle }),
  )
  .post("/:id{[0-9]+}/notes/:note{[0-9]+}", may(writeSupport), async (c) => {
    const { course, note } = await target(c);
    const read = await readForm(c, noteForm);
    if (!read.ok)
      return answer(c, 422, <NotePage course={course} note={note} wrong={read} />, { title: noteTitle });
    const at = { courseId: course.id, id: note.id, version: read.value.version };
    if (!(await rewriteNote(c.get("db"), authorOf(c), at, read.value.note))) {
      const page = <NotePage {...(await target(c))} wrong={{ errors: {}, typed: read.typed }} overtaken />;
      return answer(c, 409, page, { title: noteTitle });
    }
    await leaveNotice(c, { text: "La note est corrigée." });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/notes/:note{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    await eraseNote(c.get("db"), authorOf(c), course.id, idOf(c, "note"));
    await leaveNotice(c, { text: "La note est effacée." });
    return c.redirect(support.one(course.id), 303);
  });

async function target(c: Request) {
  const course = await openCourseOf(c);
  const notes = await listNotes(c.get("db"), course.id);
  return { course, note: found(notes.find(({ id }) => id === idOf(c, "note"))) };
}
