import { Hono } from "hono";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { may } from "#platform/web/may.ts";
import { readDirectory, writeDirectory } from "../access.ts";
import { listFields } from "../fields/queries.ts";
import { listViews } from "../saved/queries.ts";
import { noteSegmentUse } from "../segments/commands.ts";
import { chosenColumns, exportedColumns, staffColumns } from "./columns.staff.ts";
import { staffColumns as usualExport } from "./columns.ts";
import { eachWithRecord, withRecords } from "./queries.records.ts";
import { everyOrganisation, listOrganisations } from "./queries.ts";
import { readChosen, readStaffQuestion } from "./reading.ts";
import type { Remark } from "./select.ts";
import { StaffListPage, staffTitle } from "./views.staff.tsx";

/** The staff's list and its files; `remark`: what a room above says of each organisation. */
export function listStaffRoutes(remark: Remark | undefined) {
  return new Hono<AppEnv>()
    .get("/annuaire", may(readDirectory), async (c) => {
      const db = c.get("db");
      const { asked, only, segment } = await readStaffQuestion(c);
      const model = c.get("listing");
      const [fields, views, list] = [
        await listFields(db),
        await listViews(db, c.get("visitor").accountId),
        await listOrganisations(db, "inside", asked, remark, { model, ...(only ? { only } : {}) }),
      ];
      const all = staffColumns(fields);
      const chosen = chosenColumns(all, asked.colonnes);
      const rows = chosen.some(({ record }) => record) ? await withRecords(db, list.rows) : list.rows;
      if (segment) await noteSegmentUse(db, authorOf(c), segment.id, segment.words);
      const mayWrite = writeDirectory.allows(c.get("visitor"));
      const { counts, corrected } = list;
      const facts = { rows, counts, corrected, asked, views, segment, mayWrite };
      return c.render(<StaffListPage {...facts} columns={{ all, chosen }} />, { title: staffTitle });
    })
    .on("GET", exportPaths("/annuaire"), may(readDirectory), async (c) => {
      const db = c.get("db");
      const { asked, only, segment } = await readStaffQuestion(c);
      const rows = everyOrganisation(db, "inside", asked, remark, readChosen(c, only));
      const file = { name: segment?.name ?? "annuaire", format: formatOf(c) };
      if (!asked.colonnes) return exportList(c, { ...file, columns: usualExport, rows });
      const columns = chosenColumns(staffColumns(await listFields(db)), asked.colonnes);
      const whole = columns.some(({ record }) => record);
      return exportList(c, {
        ...file,
        columns: exportedColumns(columns),
        rows: whole ? eachWithRecord(db, rows) : rows,
      });
    });
}
