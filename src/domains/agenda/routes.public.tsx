import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { agenda } from "#paths/agenda.ts";
import { site } from "#paths/site.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { publicQuestion } from "./input.list.ts";
import { listChangedSessions, listPublicSessions } from "./queries.public.ts";
import { findTraining } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { courseOf, writeFeed } from "./texts.machines.ts";
import { PublicTrainingPage, PublicTrainingsPage, publicLead, publicTitle } from "./views.public.tsx";

/** Trainings as everyone sees them: only those that are listed. */
export const trainingPublicRoutes = new Hono<AppEnv>()
  .get("/formations", may(anyone), async (c) => {
    const asked = readQuery(c, publicQuestion);
    const list = await listPublicSessions(c.get("replica"), asked, dayInParis(new Date()));
    return c.render(<PublicTrainingsPage list={list} asked={asked} />, {
      title: publicTitle,
      description: publicLead,
      feed: agenda.trainingsFeed(),
    });
  })
  .get("/formations.atom", may(anyone), async (c) => {
    const db = c.get("replica");
    const { name } = await findSettings(db);
    const facts = { baseUrl: c.get("config").baseUrl, name, now: new Date() };
    const feed = writeFeed(await listChangedSessions(db), facts);
    return c.body(feed, 200, { "Content-Type": "application/atom+xml; charset=utf-8" });
  })
  .get("/formations/:training{[0-9]+(-.*)?}", may(anyone), async (c) => {
    const training = found(
      await findTraining(c.get("replica"), Number.parseInt(c.req.param("training"), 10)),
    );
    if (training.removed_at || training.visibility !== "listed") throw new NotFound();
    const path = agenda.publicTraining(training.id, slugOf(training.title));
    if (c.req.path !== path) return c.redirect(path, 301);
    const shown = { ...training, sessions: training.sessions.filter((session) => !session.removed_at) };
    const { baseUrl } = c.get("config");
    const { name } = await findSettings(c.get("replica"));
    const course = courseOf(shown, baseUrl + path, { name, url: baseUrl + site.home() });
    return c.render(<PublicTrainingPage training={shown} today={dayInParis(new Date())} />, {
      title: training.title,
      description: (training.description || `Formation « ${training.title} »`).slice(0, 160),
      linkedData: [course],
    });
  });
