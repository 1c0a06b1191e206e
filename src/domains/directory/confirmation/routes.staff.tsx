import { Hono } from "hono";
import { z } from "zod";
import { dayInParis } from "#platform/dates.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { readDirectory, writeDirectory } from "../access.ts";
import { toConfirmColumns } from "./columns.ts";
import { everyToConfirm, listToConfirm } from "./queries.ts";
import { confirmedBefore } from "./rules.ts";
import { ToConfirmPage, toConfirmTitle } from "./views.tsx";

const question = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });

/** `/gestion/annuaire/a-reconfirmer` */
export const confirmationStaffRoutes = new Hono<AppEnv>()
  .get("/a-reconfirmer", may(readDirectory), async (c) => {
    const { page } = readQuery(c, question);
    const list = await listToConfirm(c.get("db"), confirmedBefore(dayInParis(new Date())), page);
    const mayWrite = writeDirectory.allows(c.get("visitor"));
    return c.render(<ToConfirmPage {...list} page={page} mayWrite={mayWrite} />, { title: toConfirmTitle });
  })
  .on("GET", exportPaths("/a-reconfirmer"), may(readDirectory), (c) =>
    exportList(c, {
      name: "a-reconfirmer",
      format: formatOf(c),
      columns: toConfirmColumns,
      rows: everyToConfirm(c.get("db"), confirmedBefore(dayInParis(new Date()))),
    }),
  );
