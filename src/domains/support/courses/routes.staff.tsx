import { Hono } from "hono";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { readSupport, writeSupport } from "../access.ts";
import { stageLabels } from "../texts.ts";
import { closeCourse, moveCourse, removeCourse, restoreCourse, setNextStep } from "./commands.state.ts";
import { closingForm, nextStepForm, stageForm } from "./input.ts";
import { openCourseOf, showCourse } from "./page.tsx";
import { findCourse } from "./queries.ts";

/** A colleague changed the course first: what was typed stays in the form, and what is saved is above it. */
const overtaken =
  "Un collègue a modifié cet accompagnement pendant que vous écriviez : relisez la page. Ce que vous avez tapé est dans le formulaire ; renvoyez-le pour l’enregistrer.";

/** One course: read, moved, closed, deleted. */
export const courseRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}", may(readSupport), async (c) =>
    showCourse(c, found(await findCourse(c.get("db"), idOf(c)))),
  )
  .post("/:id{[0-9]+}/etape", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, stageForm);
    if (!read.ok) return showCourse(c, course, { errors: { "": "Cette étape n’existe pas." }, typed: {} });
    const { de, vers, retour } = read.value;
    const moved = await moveCourse(c.get("db"), authorOf(c), course.id, { from: de, to: vers }, new Date());
    await leaveNotice(c, {
      text: moved
        ? `« ${course.subject} » : ${stageLabels[vers].toLowerCase()}.`
        : `Un collègue l’avait déjà passé à l’étape « ${stageLabels[course.stage]} » : rien n’a changé.`,
    });
    return c.redirect(retour.startsWith(`${support.board()}`) ? retour : support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/suite", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, nextStepForm(dayInParis(new Date())));
    if (!read.ok) return showCourse(c, course, read);
    const { suite, suite_le, version } = read.value;
    const next = { step: suite, on: suite_le };
    const done = await setNextStep(c.get("db"), authorOf(c), course.id, version, next, new Date());
    if (!done.ok) {
      const saved = await openCourseOf(c);
      const typed = { ...read.typed, version: String(saved.version) };
      return showCourse(c, saved, { errors: { suite: overtaken }, typed }, 409);
    }
    await leaveNotice(c, { text: suite ? "La prochaine étape est notée." : "L’étape est faite." });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/cloture", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, closingForm(dayInParis(new Date())));
    if (!read.ok) return showCourse(c, course, read);
    const { issue, mots, le, version } = read.value;
    const end = { outcome: issue, words: mots, on: le };
    const done = await closeCourse(c.get("db"), authorOf(c), course.id, version, end, new Date());
    if (!done.ok) {
      const saved = await openCourseOf(c);
      const typed = { ...read.typed, version: String(saved.version) };
      return showCourse(c, saved, { errors: { mots: overtaken }, typed }, 409);
    }
    await leaveNotice(c, { text: "L’accompagnement est clos." });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/suppression", may(writeSupport), async (c) => {
    const course = found(await findCourse(c.get("db"), idOf(c)));
    await removeCourse(c.get("db"), authorOf(c), course.id, new Date());
    await leaveNotice(c, {
      text: `« ${course.subject} » est supprimé.`,
      undo: { action: support.restoration(course.id), label: "Annuler la suppression" },
    });
    return c.redirect(support.board(), 303);
  })
  .post("/:id{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const course = found(await findCourse(c.get("db"), idOf(c)));
    await restoreCourse(c.get("db"), authorOf(c), course.id);
    await leaveNotice(c, { text: "L’accompagnement est rétabli." });
    return c.redirect(support.one(course.id), 303);
  });
