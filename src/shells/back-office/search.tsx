import { Hono } from "hono";
import { z } from "zod";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { readBackOffice } from "./access.ts";
import { few, SearchPage } from "./search-page.tsx";
import { searchParts } from "./search-parts.ts";

const question = z.object({ q: z.string().trim().max(200).default("") });

/** `/gestion/recherche`: one question put to every room that can answer, and that this visitor may read. */
export const searchRoutes = new Hono<AppEnv>().get("/", may(readBackOffice), async (c) => {
  const { q } = readQuery(c, question);
  const title = q ? `Recherche : ${q}` : "Recherche";
  if (!q) return c.render(<SearchPage title={title} q="" />, { title });
  const asked = { words: q, most: few, today: dayInParis(new Date()) };
  const parts = searchParts(c.get("listing")).filter((part) => part.may.allows(c.get("visitor")));
  const groups = await Promise.all(
    parts.map(async (part) => ({ part, found: await part.find(c.get("db"), asked) })),
  );
  return c.render(<SearchPage title={title} q={q} groups={groups} />, { title });
});
