import { Hono } from "hono";
import { agenda } from "#paths/agenda.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { readAgenda } from "../access.ts";

/** Where trainings stood before they joined the agenda: links kept and mails sent go on opening the right page. */
export const movedTrainingRoutes = new Hono<AppEnv>()
  .get("/formations", may(readAgenda), (c) => {
    const asked = new URL(c.req.url).searchParams;
    asked.set("genre", "formation");
    return c.redirect(`${agenda.all()}?${asked}`, 301);
  })
  .get("/formations/nouvelle", may(readAgenda), (c) => c.redirect(`${agenda.add()}?genre=formation`, 301))
  .get("/formations/:id{[0-9]+}", may(readAgenda), (c) => c.redirect(agenda.one(idOf(c)), 301))
  .get("/formations/:id{[0-9]+}/modifier", may(readAgenda), (c) => c.redirect(agenda.edit(idOf(c)), 301))
  .get("/formations/:id{[0-9]+}/sessions", may(readAgenda), (c) => c.redirect(agenda.sessions(idOf(c)), 301))
  .get("/formations/:id{[0-9]+}/sessions/:session{[0-9]+}", may(readAgenda), (c) =>
    c.redirect(agenda.session(idOf(c), idOf(c, "session")), 301),
  );
