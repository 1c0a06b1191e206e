import { Hono } from "hono";
import { z } from "zod";
import { meetingQuestion, searchMeetings } from "#domains/activities/index.ts";
import { eventQuestion, searchEvents } from "#domains/agenda/index.ts";
import {
  listOrganisations,
  listPeople,
  organisationQuestion,
  peopleQuestion,
} from "#domains/directory/index.ts";
import { listProjects, projectQuestion } from "#domains/projects/index.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { readBackOffice } from "./access.ts";
import { SearchPage } from "./search-page.tsx";

const question = z.object({ q: z.string().trim().max(200).default("") });

/** `/gestion/recherche`: one question put to every room that can answer. */
export const searchRoutes = new Hono<AppEnv>().get("/", may(readBackOffice), async (c) => {
  const db = c.get("db");
  const { q } = readQuery(c, question);
  const title = q ? `Recherche : ${q}` : "Recherche";
  if (!q) return c.render(<SearchPage title={title} q="" />, { title });
  const today = dayInParis(new Date());
  const [organisations, people, meetings, events, projects] = await Promise.all([
    listOrganisations(db, "inside", organisationQuestion.parse({ q }), undefined, {
      model: c.get("listing"),
    }),
    listPeople(db, peopleQuestion.parse({ q })),
    searchMeetings(db, meetingQuestion.parse({ q, annee: "toutes" })),
    searchEvents(db, eventQuestion.parse({ q, annee: "toutes" }), today),
    listProjects(db, "inside", projectQuestion.parse({ q }), today),
  ]);
  const found = { organisations, people, meetings, events, projects };
  return c.render(<SearchPage title={title} q={q} found={found} />, {
    title,
  });
});
