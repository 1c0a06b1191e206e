import { Hono } from "hono";
import { accountNames } from "#domains/accounts/index.ts";
import { findOrganisation } from "#domains/directory/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { readSupport, writeSupport } from "./access.ts";
import { boardRoutes } from "./board/routes.staff.tsx";
import { goalRoutes } from "./content/routes.goals.tsx";
import { noteRoutes } from "./content/routes.notes.tsx";
import { courseContentRoutes } from "./content/routes.staff.tsx";
import { courseEntryRoutes } from "./courses/routes.entry.tsx";
import { courseRoutes } from "./courses/routes.staff.tsx";
import { handoverRoutes } from "./handovers/routes.staff.tsx";
import { unmatchedRoutes } from "./importing/routes.staff.tsx";
import { listStaysOf } from "./incubation/queries.list.ts";
import { incubationRoutes } from "./incubation/routes.staff.tsx";
import { courseMeetingRoutes } from "./meetings/routes.staff.tsx";
import { listCoursesOf } from "./queries.organisation.ts";
import { requestStaffRoutes } from "./requests/routes.staff.tsx";
import { settingsRoutes } from "./settings/routes.staff.tsx";
import { PanelPage, panelTitle } from "./views.panel.tsx";

/** Support as the team does it. */
export const supportStaffRoutes = new Hono<AppEnv>()
  .route("/", boardRoutes)
  .route("/cohortes", incubationRoutes)
  .route("/", unmatchedRoutes)
  .route("/", settingsRoutes)
  .route("/", handoverRoutes)
  .route("/", courseEntryRoutes)
  .route("/", courseMeetingRoutes)
  .route("/", goalRoutes)
  .route("/", noteRoutes)
  .route("/", courseContentRoutes)
  .route("/", requestStaffRoutes)
  .route("/", courseRoutes)
  .get("/organisations/:id{[0-9]+}", may(readSupport), async (c) => {
    const db = c.get("db");
    const organisation = found(await findOrganisation(db, idOf(c)));
    const [courses, stays] = await Promise.all([
      listCoursesOf(db, organisation.id),
      listStaysOf(db, organisation.id),
    ]);
    const names = await accountNames(
      db,
      courses.lines.map(({ referent_id }) => referent_id),
    );
    const mayWrite = writeSupport.allows(c.get("visitor"));
    const facts = { organisation, courses, stays, names, mayWrite };
    return c.render(<PanelPage {...facts} />, { title: panelTitle(organisation) });
  });
