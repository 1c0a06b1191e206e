import { Hono } from "hono";
import { accountNames } from "#domains/accounts/index.ts";
import { findOrganisation } from "#domains/directory/index.ts";
import { projects } from "#paths/projects.ts";
import { dayInParis } from "#platform/dates.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { isAdministrator } from "#platform/web/visitor.ts";
import { readAmounts, readProjects, writeProjects } from "./access.ts";
import { archiveProject, publishProject, restoreProject, withdrawProject } from "./commands.ts";
import { iatiStaffRoutes } from "./iati/routes.staff.tsx";
import { projectQuestion } from "./input.list.ts";
import { everyProject, listProjects } from "./queries.list.ts";
import { listProjectsOf } from "./queries.organisation.ts";
import { countWaiting } from "./queries.proposals.ts";
import { findProject } from "./queries.record.ts";
import { projectContentRoutes } from "./routes.content.tsx";
import { projectDecisionRoutes } from "./routes.decisions.tsx";
import { projectEntryRoutes } from "./routes.entry.tsx";
import { staffColumns } from "./texts.export.ts";
import { listTitle, ProjectListPage } from "./views.list.tsx";
import { PanelPage, panelTitle } from "./views.panel.tsx";
import { ProjectPage } from "./views.record.tsx";

/** The panorama in the back office. */
export const projectStaffRoutes = new Hono<AppEnv>()
  .get("/panorama", may(readProjects), async (c) => {
    const asked = readStaffQuestion(c);
    const visitor = c.get("visitor");
    const list = await listProjects(c.get("db"), "inside", asked, dayInParis(new Date()));
    const facts = { mayWrite: writeProjects.allows(visitor), seesAmounts: readAmounts.allows(visitor) };
    const waiting = facts.mayWrite ? await countWaiting(c.get("db")) : 0;
    return c.render(<ProjectListPage list={list} asked={asked} waiting={waiting} {...facts} />, {
      title: listTitle,
    });
  })
  .on("GET", exportPaths("/panorama"), may(readProjects), (c) =>
    exportList(c, {
      name: "panorama",
      format: formatOf(c),
      columns: staffColumns(readAmounts.allows(c.get("visitor"))),
      rows: everyProject(c.get("db"), "inside", readStaffQuestion(c)),
    }),
  )
  .route("/panorama/iati", iatiStaffRoutes)
  .route("/panorama/propositions", projectDecisionRoutes)
  .route("/panorama", projectEntryRoutes)
  .route("/panorama", projectContentRoutes)
  .get("/panorama/acteur/:id{[0-9]+}", may(readProjects), async (c) => {
    const organisation = found(await findOrganisation(c.get("db"), idOf(c)));
    const known = await listProjectsOf(c.get("db"), organisation.id);
    return c.render(<PanelPage organisation={organisation} known={known} />, {
      title: panelTitle(organisation),
    });
  })
  .get("/panorama/:id{[0-9]+}", may(readProjects), async (c) => {
    const project = found(await findProject(c.get("db"), idOf(c)));
    const told = [
      ...project.updates.map(({ told_by }) => told_by),
      project.publications[0]?.account_id ?? null,
    ];
    const visitor = c.get("visitor");
    const rights = {
      mayWrite: writeProjects.allows(visitor),
      seesAmounts: readAmounts.allows(visitor),
      seesChanges: isAdministrator(visitor),
    };
    const names = await accountNames(c.get("db"), told);
    return c.render(<ProjectPage project={project} names={names} {...rights} />, { title: project.title });
  })
  .post("/panorama/:id{[0-9]+}/publication", may(writeProjects), async (c) => {
    const project = await readTarget(c);
    await publishProject(c.get("db"), authorOf(c), project.id);
    await leaveNotice(c, {
      text: `« ${project.title} » est public.`,
      undo: { action: projects.withdrawal(project.id), label: "Annuler la publication" },
    });
    return c.redirect(projects.one(project.id), 303);
  })
  .post("/panorama/:id{[0-9]+}/depublication", may(writeProjects), async (c) => {
    const project = await readTarget(c);
    await withdrawProject(c.get("db"), authorOf(c), project.id);
    await leaveNotice(c, {
      text: `« ${project.title} » n’est plus public.`,
      undo: { action: projects.publication(project.id), label: "Le publier de nouveau" },
    });
    return c.redirect(projects.one(project.id), 303);
  })
  .post("/panorama/:id{[0-9]+}/archive", may(writeProjects), async (c) => {
    const project = await readTarget(c);
    await archiveProject(c.get("db"), authorOf(c), project.id);
    await leaveNotice(c, {
      text: `« ${project.title} » est archivé.`,
      undo: { action: projects.restoration(project.id), label: "Annuler" },
    });
    return c.redirect(projects.all(), 303);
  })
  .post("/panorama/:id{[0-9]+}/retablissement", may(writeProjects), async (c) => {
    const project = await readTarget(c);
    await restoreProject(c.get("db"), authorOf(c), project.id);
    await leaveNotice(c, { text: `« ${project.title} » est de nouveau dans le panorama.` });
    return c.redirect(projects.one(project.id), 303);
  });

const readTarget = async (c: Request) => found(await findProject(c.get("db"), idOf(c)));

/** Those who do not read amounts do not get them by the order of the list either. */
function readStaffQuestion(c: Request) {
  const asked = readQuery(c, projectQuestion);
  const byAmount = asked.tri?.endsWith("montant") && !readAmounts.allows(c.get("visitor"));
  return byAmount ? { ...asked, tri: undefined } : asked;
}
