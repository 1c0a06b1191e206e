import { Hono } from "hono";
import { dayInParis, yearOf } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { readRegistry } from "./access.ts";
import { registryQuery } from "./input.ts";
import { computeYears, listYears } from "./queries.ts";
import { RegistryPage, registryTitle } from "./views.registry.tsx";

/** `/gestion/indicateurs` */
export const observatoryStaffRoutes = new Hono<AppEnv>().get("/", may(readRegistry), async (c) => {
  const years = await listYears(c.get("db"));
  const year = readQuery(c, registryQuery).annee ?? years[0] ?? yearOf(dayInParis(new Date()));
  const [current, before] = await computeYears(c.get("db"), [year, year - 1]);
  const none = { year, values: {} };
  return c.render(
    <RegistryPage year={year} years={years} current={current ?? none} before={before ?? none} />,
    { title: registryTitle(year) },
  );
});
