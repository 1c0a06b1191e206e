import { Hono } from "hono";
import { z } from "zod";
import { findSettings } from "#domains/network/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { isAdministrator } from "#platform/web/visitor.ts";
import { writeProjects } from "../access.ts";
import { readLacks } from "./queries.ts";
import { findTermCodes } from "./terms.ts";
import { IatiPage, iatiTitle } from "./views.tsx";

const question = z.object({ page: z.coerce.number().int().min(1).max(100_000).optional() });

/** `/gestion/panorama/iati`: what the public projects lack for the standard. */
export const iatiStaffRoutes = new Hono<AppEnv>().get("/", may(writeProjects), async (c) => {
  const db = c.get("db");
  const { page = 1 } = readQuery(c, question);
  const [{ siren }, codes] = await Promise.all([findSettings(db), findTermCodes(db)]);
  const reading = await readLacks(db, codes.sectorIds, page);
  const maySettle = isAdministrator(c.get("visitor"));
  return c.render(<IatiPage reading={reading} page={page} siren={siren} maySettle={maySettle} />, {
    title: iatiTitle,
  });
});
