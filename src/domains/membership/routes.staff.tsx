import { Hono } from "hono";
import { findOrganisation } from "#domains/directory/index.ts";
import { membership } from "#paths/membership.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { readMemberships, writeMemberships } from "./access.ts";
import { memberColumns } from "./columns.ts";
import { removeMembership, restoreMembership } from "./commands.ts";
import { question } from "./input.ts";
import { everyMember, findLastYear, findMembership, listMembers, listMembershipsOf } from "./queries.ts";
import { membershipEntryRoutes } from "./routes.entry.tsx";
import { listTitle, MemberListPage } from "./views.list.tsx";
import { PanelPage, panelTitle } from "./views.panel.tsx";

/** The members of the network, year by year. */
export const membershipStaffRoutes = new Hono<AppEnv>()
  .get("/adhesions", may(readMemberships), async (c) => {
    const asked = await readQuestion(c);
    const list = await listMembers(c.get("db"), asked);
    const mayWrite = writeMemberships.allows(c.get("visitor"));
    return c.render(<MemberListPage list={list} asked={asked} mayWrite={mayWrite} />, {
      title: listTitle(asked.annee),
    });
  })
  .on("GET", exportPaths("/adhesions"), may(readMemberships), async (c) => {
    const asked = await readQuestion(c);
    return exportList(c, {
      name: listTitle(asked.annee),
      format: formatOf(c),
      columns: memberColumns,
      rows: everyMember(c.get("db"), asked),
    });
  })
  .get("/adhesions/organisations/:id{[0-9]+}", may(readMemberships), async (c) => {
    const organisation = found(await findOrganisation(c.get("db"), idOf(c)));
    const years = await listMembershipsOf(c.get("db"), organisation.id);
    return c.render(<PanelPage organisation={organisation} years={years} />, {
      title: panelTitle(organisation),
    });
  })
  .route("/adhesions", membershipEntryRoutes)
  .post("/adhesions/:id{[0-9]+}/retrait", may(writeMemberships), async (c) => {
    const record = found(await findMembership(c.get("db"), idOf(c)));
    await removeMembership(c.get("db"), authorOf(c), record.id);
    await leaveNotice(c, {
      text: `${record.organisation} n’est plus parmi les adhérents ${record.year}.`,
      undo: { action: membership.restoration(record.id), label: "Annuler" },
    });
    return c.redirect(membership.all(record.year), 303);
  })
  .post("/adhesions/:id{[0-9]+}/retablissement", may(writeMemberships), async (c) => {
    const record = found(await findMembership(c.get("db"), idOf(c)));
    await restoreMembership(c.get("db"), authorOf(c), record.id);
    await leaveNotice(c, { text: `${record.organisation} est parmi les adhérents ${record.year}.` });
    return c.redirect(membership.all(record.year), 303);
  });

/** The question with its year: the one asked, else the last that has members, else this one. */
async function readQuestion(c: Request) {
  const asked = readQuery(c, question);
  const annee = asked.annee ?? (await findLastYear(c.get("db"))) ?? yearOf(dayInParis(new Date()));
  return { ...asked, annee };
}
