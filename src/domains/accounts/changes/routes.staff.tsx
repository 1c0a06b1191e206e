import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { readChanges } from "../access.ts";
import { question } from "./input.ts";
import { listAuthors, listChanges } from "./queries.ts";
import { ChangesPage, facts } from "./views.tsx";

/** `/gestion/journal`: who did what, when, before and after. */
export const changeRoutes = new Hono<AppEnv>().get("/", may(readChanges), async (c) => {
  const db = c.get("db");
  const asked = readQuery(c, question);
  const { changes, next } = await listChanges(db, asked);
  const authors = await listAuthors(db);
  return c.render(<ChangesPage changes={changes} next={next} authors={authors} question={asked} />, facts);
});
