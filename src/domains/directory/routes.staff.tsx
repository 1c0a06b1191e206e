import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDirectory, writeDirectory } from "./access.ts";
import { bulkStaffRoutes } from "./bulk/routes.staff.tsx";
import { archiveOrganisation, restoreOrganisation } from "./commands.ts";
import { confirmationStaffRoutes } from "./confirmation/routes.staff.tsx";
import { contactStaffRoutes } from "./contacts/routes.staff.tsx";
import { customStaffRoutes } from "./customs/routes.staff.tsx";
import { duplicateStaffRoutes } from "./duplicates/routes.staff.tsx";
import { listFields } from "./fields/queries.ts";
import { listStaffRoutes } from "./listing/routes.staff.tsx";
import type { Remark } from "./listing/select.ts";
import { lookUpStaffRoutes } from "./lookups/routes.staff.tsx";
import { suggestOrganisations } from "./matching/queries.ts";
import { findSurvivor } from "./merging/queries.ts";
import { mergingStaffRoutes } from "./merging/routes.staff.tsx";
import { proposalStaffRoutes } from "./proposals/routes.staff.tsx";
import { findOrganisation } from "./queries.ts";
import { entryStaffRoutes } from "./routes.entry.tsx";
import { keepingStaffRoutes } from "./routes.keeping.tsx";
import { savedViewRoutes } from "./saved/routes.staff.tsx";
import { refusals } from "./texts.ts";
import { type Panel, RecordPage } from "./views.record.tsx";

/**
 * The directory in the back office. The shell gives what the rooms above say of an organisation: `remark` in the list and
 * its exports, `panels` on the record.
 */
export function directoryStaffRoutes({
  remark,
  panels = [],
}: {
  remark?: Remark;
  panels?: readonly Panel[];
} = {}) {
  return new Hono<AppEnv>()
    .route("/", listStaffRoutes(remark))
    .get("/annuaire/suggestions", may(readDirectory), async (c) => {
      const names = await suggestOrganisations(c.get("db"), (c.req.query("q") ?? "").slice(0, 200));
      return c.json(names);
    })
    .route("/annuaire/actions", bulkStaffRoutes)
    .route("/annuaire/vues", savedViewRoutes)
    .route("/annuaire/propositions", proposalStaffRoutes)
    .route("/reglages/champs", customStaffRoutes)
    .route("/annuaire", confirmationStaffRoutes)
    .route("/annuaire", duplicateStaffRoutes)
    .route("/annuaire", mergingStaffRoutes)
    .route("/annuaire", lookUpStaffRoutes)
    .route("/annuaire", entryStaffRoutes)
    .get("/annuaire/:id{[0-9]+}", may(readDirectory), async (c) => {
      const record = found(await findOrganisation(c.get("db"), idOf(c)));
      const survivor = record.status === "archived" && (await findSurvivor(c.get("db"), record.id));
      if (survivor) return c.redirect(directory.one(survivor.id), 303);
      const fields = await listFields(c.get("db"));
      const mayWrite = writeDirectory.allows(c.get("visitor"));
      return c.render(
        <RecordPage {...{ record, fields, panels, mayWrite }} today={dayInParis(new Date())} />,
        { title: record.name },
      );
    })
    .post("/annuaire/:id{[0-9]+}/archive", may(writeDirectory), async (c) => {
      const record = found(await findOrganisation(c.get("db"), idOf(c)));
      await archiveOrganisation(c.get("db"), authorOf(c), record.id);
      await leaveNotice(c, {
        text: `${record.name} est archivée.`,
        undo: { action: directory.restoration(record.id), label: "Annuler" },
      });
      return c.redirect(directory.all(), 303);
    })
    .post("/annuaire/:id{[0-9]+}/retablissement", may(writeDirectory), async (c) => {
      const record = found(await findOrganisation(c.get("db"), idOf(c)));
      const outcome = await restoreOrganisation(c.get("db"), authorOf(c), record.id);
      const fields = await listFields(c.get("db"));
      const facts = {
        record,
        fields,
        panels,
        mayWrite: true,
        refusal: refusals.taken,
        today: dayInParis(new Date()),
      };
      if (!outcome.ok) return answer(c, 422, <RecordPage {...facts} />, { title: record.name });
      await leaveNotice(c, { text: `${record.name} est de nouveau dans l’annuaire.` });
      return c.redirect(directory.one(record.id), 303);
    })
    .route("/annuaire/:id{[0-9]+}", keepingStaffRoutes)
    .route("/annuaire/:id{[0-9]+}/coordonnees", contactStaffRoutes);
}
