import { Hono } from "hono";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeSupport } from "../access.ts";
import { openCourseOf, showCourse } from "../courses/page.tsx";
import { goalLabels } from "../texts.ts";
import { rewordGoal, setGoal, settleGoal } from "./commands.goals.ts";
import { goalForm, goalStateForm } from "./input.ts";
import { GoalPage, goalTitle } from "./views.goals.tsx";

/** The goals of a course. */
export const goalRoutes = new Hono<AppEnv>()
  .post("/:id{[0-9]+}/objectifs", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const now = new Date();
    const read = await readForm(c, goalForm(dayInParis(now)));
    if (!read.ok) return showCourse(c, course, read);
    const goal = { title: read.value.objectif, dueOn: read.value.echeance };
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await setGoal(db, authorOf(c), course.id, goal, now, dayInParis(now));
      return support.one(course.id);
    });
    await leaveNotice(c, { text: "L’objectif est fixé." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/objectifs/:goal{[0-9]+}", may(writeSupport), async (c) => {
    const { course, goal } = await target(c);
    return c.render(<GoalPage course={course} goal={goal} />, { title: goalTitle });
  })
  .post("/:id{[0-9]+}/objectifs/:goal{[0-9]+}", may(writeSupport), async (c) => {
    const { course, goal } = await target(c);
    const now = new Date();
    const read = await readForm(c, goalForm(dayInParis(now)));
    if (!read.ok)
      return answer(c, 422, <GoalPage course={course} goal={goal} wrong={read} />, { title: goalTitle });
    const { objectif, echeance, version } = read.value;
    const at = { courseId: course.id, id: goal.id, version };
    if (!(await rewordGoal(c.get("db"), authorOf(c), at, { title: objectif, dueOn: echeance }, now))) {
      const saved = await target(c);
      const page = <GoalPage {...saved} wrong={{ errors: {}, typed: read.typed }} overtaken />;
      return answer(c, 409, page, { title: goalTitle });
    }
    await leaveNotice(c, { text: "L’objectif est reformulé." });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/objectifs/:goal{[0-9]+}/etat", may(writeSupport), async (c) => {
    const { course, goal } = await target(c);
    const now = new Date();
    const read = await readForm(c, goalStateForm);
    if (!read.ok)
      return showCourse(c, course, { errors: { "": "Cet état d’objectif n’existe pas." }, typed: {} });
    const at = { courseId: course.id, id: goal.id, version: read.value.version };
    const done = await settleGoal(c.get("db"), authorOf(c), at, read.value.etat, now, dayInParis(now));
    await leaveNotice(c, {
      text: done
        ? `« ${goal.title} » : ${goalLabels[read.value.etat].toLowerCase()}.`
        : `Un collègue a changé cet objectif avant vous : il est « ${goalLabels[goal.state].toLowerCase()} ».`,
    });
    return c.redirect(support.one(course.id), 303);
  });

async function target(c: Request) {
  const course = await openCourseOf(c);
  return { course, goal: found(course.goals.find(({ id }) => id === idOf(c, "goal"))) };
}
