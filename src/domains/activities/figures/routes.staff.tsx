import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { readMeetings } from "../access.ts";
import { figuresQuestion } from "./input.ts";
import { readLogFigures } from "./queries.ts";
import { FiguresPage, figuresTitle } from "./views.tsx";

/** The figures of the log, year by year. */
export const figuresRoutes = new Hono<AppEnv>().get("/", may(readMeetings), async (c) => {
  const figures = await readLogFigures(c.get("db"), readQuery(c, figuresQuestion).annee);
  return c.render(<FiguresPage figures={figures} />, { title: figuresTitle(figures) });
});
