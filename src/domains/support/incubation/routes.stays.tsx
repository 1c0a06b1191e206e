import { Hono } from "hono";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { readSupport, writeSupport } from "../access.ts";
import { changeEntry, comeBack, leaveCohort, setStayRemoved } from "./commands.stays.ts";
import { linkCourse, openCourseFor } from "./commands.support.ts";
import { courseForm, entryForm, leavingForm } from "./input.ts";
import { openStayOf, showStay } from "./page.tsx";
import { findStay } from "./queries.stay.ts";
import { overtaken } from "./texts.ts";

/** An organisation in a cohort: its entry, its course of support, its leaving. */
export const stayRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}", may(readSupport), async (c) =>
    showStay(c, found(await findStay(c.get("db"), idOf(c)))),
  )
  .post("/:id{[0-9]+}/entree", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const read = await readForm(c, entryForm(dayInParis(new Date())));
    if (!read.ok) return showStay(c, stay, { form: "entry", ...read });
    const { entree, version } = read.value;
    if (stay.left_on && entree > stay.left_on) {
      const errors = { entree: `Elle est sortie le ${formatShortDay(stay.left_on)} : l’entrée est avant.` };
      return showStay(c, stay, { form: "entry", typed: read.typed, errors });
    }
    if (!(await changeEntry(c.get("db"), authorOf(c), stay.id, version, entree))) {
      const saved = await openStayOf(c);
      const typed = { ...read.typed, version: String(saved.version) };
      return showStay(c, saved, { form: "entry", typed, errors: { entree: overtaken } }, 409);
    }
    await leaveNotice(c, { text: "La date d’entrée est corrigée." });
    return c.redirect(incubation.stay(stay.id), 303);
  })
  .post("/:id{[0-9]+}/sortie", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const read = await readForm(c, leavingForm(dayInParis(new Date())));
    if (!read.ok) return showStay(c, stay, { form: "leaving", ...read });
    const { issue, sortie, motif, version } = read.value;
    if (sortie < stay.entered_on) {
      const errors = {
        sortie: `Elle est entrée le ${formatShortDay(stay.entered_on)} : la sortie est après.`,
      };
      return showStay(c, stay, { form: "leaving", typed: read.typed, errors });
    }
    const end = { on: sortie, outcome: issue, reason: motif };
    if (!(await leaveCohort(c.get("db"), authorOf(c), stay.id, version, end))) {
      const saved = await openStayOf(c);
      const typed = { ...read.typed, version: String(saved.version) };
      return showStay(c, saved, { form: "leaving", typed, errors: { motif: overtaken } }, 409);
    }
    await leaveNotice(c, {
      text: `La sortie de ${stay.name} est notée.`,
      undo: { action: incubation.comeBack(stay.id), label: "Annuler sa sortie" },
    });
    return c.redirect(incubation.one(stay.cohort_id), 303);
  })
  .post("/:id{[0-9]+}/retour", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    await comeBack(c.get("db"), authorOf(c), stay.id);
    await leaveNotice(c, { text: `${stay.name} est de nouveau dans la cohorte.` });
    return c.redirect(incubation.stay(stay.id), 303);
  })
  .post("/:id{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    await setStayRemoved(c.get("db"), authorOf(c), stay, new Date());
    await leaveNotice(c, {
      text: `${stay.name} est retirée de la cohorte.`,
      undo: { action: incubation.stayRestoration(stay.id), label: "La remettre" },
    });
    return c.redirect(incubation.one(stay.cohort_id), 303);
  })
  .post("/:id{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const stay = found(await findStay(c.get("db"), idOf(c)));
    const back = await setStayRemoved(c.get("db"), authorOf(c), stay, null);
    await leaveNotice(c, {
      text: back
        ? `${stay.name} est de nouveau dans la cohorte.`
        : `${stay.name} est entrée de nouveau dans la cohorte entre-temps : rien n’a changé.`,
    });
    return c.redirect(incubation.one(stay.cohort_id), 303);
  })
  .post("/:id{[0-9]+}/accompagnement", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const read = await readForm(c, courseForm);
    const chosen = read.ok ? read.value.accompagnement : null;
    const course = stay.courses.find(({ id }) => id === chosen);
    await linkCourse(c.get("db"), authorOf(c), stay.id, course?.id ?? null);
    await leaveNotice(c, {
      text: course
        ? `« ${course.subject} » est son accompagnement dans la cohorte.`
        : "Aucun accompagnement n’est plus rattaché.",
    });
    return c.redirect(incubation.stay(stay.id), 303);
  })
  .post("/:id{[0-9]+}/accompagnement/nouveau", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const id = await openCourseFor(c.get("db"), authorOf(c), stay, new Date());
    await leaveNotice(c, { text: `L’accompagnement de ${stay.name} est ouvert.` });
    return c.redirect(support.one(id), 303);
  });
