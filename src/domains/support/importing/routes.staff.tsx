import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { readSupport, writeSupport } from "../access.ts";
import { unmatchedQuestion } from "./input.ts";
import { listUnmatched } from "./queries.ts";
import { UnmatchedPage, unmatchedTitle } from "./views.tsx";

/** The imported courses that have no meeting in the log. */
export const unmatchedRoutes = new Hono<AppEnv>().get("/sans-reunion", may(readSupport), async (c) => {
  const { page } = readQuery(c, unmatchedQuestion);
  const { rows, total } = await listUnmatched(c.get("db"), page);
  const mayWrite = writeSupport.allows(c.get("visitor"));
  return c.render(<UnmatchedPage rows={rows} total={total} page={page} mayWrite={mayWrite} />, {
    title: unmatchedTitle,
  });
});
