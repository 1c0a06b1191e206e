import { Readable } from "node:stream";
import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { answer } from "#platform/web/page.ts";
import { publicQuestion } from "../input.list.ts";
import { writeIati } from "./file.ts";
import { refOf } from "./organisations.ts";
import { everyActivity } from "./queries.ts";
import { findTermCodes } from "./terms.ts";
import { NoFilePage, noFileTitle } from "./views.none.tsx";

/** The public projects in the format of the International Aid Transparency Initiative, by the filters of the list. */
export const iatiPublicRoutes = new Hono<AppEnv>().get("/projets.iati.xml", may(anyone), async (c) => {
  const db = c.get("replica");
  const { siren, name } = await findSettings(db);
  if (!siren) return answer(c, 404, <NoFilePage reason="siren" />, { title: noFileTitle });
  const codes = await findTermCodes(db);
  const now = new Date();
  const rows = everyActivity(db, readQuery(c, publicQuestion), codes.sectorIds);
  const reporter = { ref: refOf(siren), name };
  // Dates are compared with the day of the universal time, as those who check the file do.
  const facts = { reporter, codes, today: now.toISOString().slice(0, 10), baseUrl: c.get("config").baseUrl };
  const text = await writeIati(rows, facts, now);
  if (!text) return answer(c, 404, <NoFilePage reason="nothing" />, { title: noFileTitle });
  const body = Readable.from(text, { objectMode: false });
  body.on("error", (error) => c.get("log").error({ err: error }, "export interrupted"));
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    "Content-Type": "application/xml; charset=utf-8",
    "Content-Disposition": `attachment; filename="projets-${dayInParis(now)}.iati.xml"`,
    "Cache-Control": "no-store",
  });
});
