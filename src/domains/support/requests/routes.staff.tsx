import { Hono } from "hono";
import { support } from "#paths/support.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { writeSupport } from "../access.ts";
import { wordForm } from "../content/input.ts";
import { openCourseOf, showCourse } from "../courses/page.tsx";
import { answerRequester } from "./commands.follow.ts";
import { deskOf } from "./routes.public.tsx";

/** The team answers who asked. */
export const requestStaffRoutes = new Hono<AppEnv>().post(
  "/:id{[0-9]+}/mots",
  may(writeSupport),
  async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, wordForm);
    if (!read.ok) return showCourse(c, course, read);
    let sent = true;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      sent = await answerRequester(db, authorOf(c), deskOf(c), course.id, read.value.mot, new Date());
      return support.one(course.id);
    });
    await leaveNotice(c, {
      text: sent
        ? "Votre message est parti."
        : "Il n’y a plus personne à qui l’envoyer : la demande est retirée.",
    });
    return c.redirect(to, 303);
  },
);
