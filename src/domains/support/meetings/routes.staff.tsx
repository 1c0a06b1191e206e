import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { settleTypedPlaces, wordQuestions } from "#domains/territory/index.ts";
import { findTermByWord } from "#domains/vocabularies/index.ts";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { writeSupport } from "../access.ts";
import { openCourseOf, showCourse } from "../courses/page.tsx";
import { linkMeeting, noteMeeting, unlinkMeeting } from "./commands.ts";
import { linkForm, meetingForm } from "./input.ts";
import { meetingTitle, NoteMeetingPage } from "./views.tsx";

/** The type under which the log counts a meeting of a course. */
const meetingType = "accompagnement";

/** The meetings of a course: noted from it, or found in the log. */
export const courseMeetingRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/reunion", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const typed = {
      sujet: course.subject,
      date: formatShortDay(dayInParis(new Date())),
      participants: "1",
      enligne: "oui",
      suite: course.next_step,
      suite_le: course.next_step_on ? formatShortDay(course.next_step_on) : "",
    };
    return c.render(<NoteMeetingPage course={course} typed={typed} />, { title: meetingTitle(course) });
  })
  .post("/:id{[0-9]+}/reunion", may(writeSupport), async (c) => {
    const db = c.get("db");
    const course = await openCourseOf(c);
    const title = meetingTitle(course);
    const goals = course.goals.filter(({ state }) => state === "open").map(({ id }) => id);
    const read = await readForm(c, meetingForm(dayInParis(new Date()), goals));
    if (!read.ok) return answer(c, 422, <NoteMeetingPage course={course} {...read} />, { title });
    const { region_code } = await findSettings(db);
    const form = read.value;
    const where = await settleTypedPlaces(db, form.lieu ? [form.lieu] : [], read.typed, region_code);
    if (where.questions.length > 0) {
      const facts = { typed: read.typed, errors: wordQuestions(where.questions), questions: where.questions };
      return answer(c, 422, <NoteMeetingPage course={course} {...facts} />, { title });
    }
    const type = found((await findTermByWord(db, "meeting_types", [meetingType])).get(meetingType));
    const meeting = {
      subject: form.sujet,
      typeId: type.id,
      heldOn: form.date,
      durationMinutes: form.duree,
      participants: form.participants,
      online: where.online || form.enligne === "oui",
      places: where.places,
      organisations: course.organisations.map(({ typed, organisation_id }) => ({
        typed,
        organisationId: organisation_id,
      })),
      notes: form.notes,
    };
    const next = { step: form.suite, on: form.suite_le, version: form.version };
    const noted = { meeting, goalIds: form.objectifs, reachedIds: form.atteints, next };
    let overtaken = false;
    const to = await once(c, db, authorOf(c), async (db) => {
      overtaken = (await noteMeeting(db, authorOf(c), course.id, noted, new Date())) === false;
      return overtaken ? support.meeting(course.id) : support.one(course.id);
    });
    if (overtaken) {
      const saved = await openCourseOf(c);
      return answer(c, 409, <NoteMeetingPage course={saved} typed={read.typed} overtaken />, { title });
    }
    await leaveNotice(c, { text: "La réunion est notée au journal, et à cet accompagnement." });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/rattachement", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, linkForm);
    if (!read.ok) return showCourse(c, course, read);
    const linked = await linkMeeting(c.get("db"), authorOf(c), course.id, read.value.reunion, new Date());
    await leaveNotice(c, {
      text: linked ? "La réunion est rattachée." : "Cette réunion l’est déjà, ou n’est plus au journal.",
      ...(linked
        ? { undo: { action: support.unlinking(course.id, read.value.reunion), label: "La détacher" } }
        : {}),
    });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/rattachement/:meeting{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    await unlinkMeeting(c.get("db"), authorOf(c), course.id, idOf(c, "meeting"));
    await leaveNotice(c, { text: "La réunion est détachée. Elle reste au journal." });
    return c.redirect(support.one(course.id), 303);
  });
