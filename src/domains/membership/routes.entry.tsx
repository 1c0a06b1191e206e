import { Hono } from "hono";
import { matchOrganisations } from "#domains/directory/index.ts";
import { termOptions } from "#domains/vocabularies/index.ts";
import { membership } from "#paths/membership.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeMemberships } from "./access.ts";
import { addMember, changeMembership } from "./commands.ts";
import { memberForm, membershipForm } from "./input.ts";
import { findMembership } from "./queries.ts";
import { alreadyMember, unclearOrganisation } from "./texts.ts";
import { AddMemberPage, addTitle, ChangeMembershipPage, changeTitle } from "./views.form.tsx";

/** Adding a member to a year, and changing a membership. */
export const membershipEntryRoutes = new Hono<AppEnv>()
  .get("/nouvelle", may(writeMemberships), async (c) => {
    const colleges = await termOptions(c.get("db"), "colleges");
    const year = Number(c.req.query("annee")) || yearOf(dayInParis(new Date()));
    const typed = { annee: String(year), organisation: c.req.query("organisation") ?? "" };
    return c.render(<AddMemberPage colleges={colleges} typed={typed} />, { title: addTitle });
  })
  .post("/nouvelle", may(writeMemberships), async (c) => {
    const db = c.get("db");
    const colleges = await termOptions(db, "colleges");
    const refuse = (facts: Omit<Parameters<typeof AddMemberPage>[0], "colleges">) =>
      answer(c, 422, <AddMemberPage colleges={colleges} {...facts} />, { title: addTitle });
    const read = await readForm(c, memberForm(colleges.map(({ value }) => Number(value))));
    if (!read.ok) return refuse(read);
    const { organisation, choix, annee, college, le } = read.value;
    const meant = await settle(db, organisation, choix);
    if (!meant.ok) return refuse({ typed: read.typed, ...meant });
    const member = { organisation_id: meant.id, year: annee, college_id: college, joined_on: le };
    let already = false;
    const to = await once(c, db, authorOf(c), async (db) => {
      already = !(await addMember(db, authorOf(c), member)).ok;
      return membership.all(annee);
    });
    if (already)
      return refuse({ typed: read.typed, errors: { organisation: alreadyMember(meant.name, annee) } });
    await leaveNotice(c, { text: `${meant.name} est parmi les adhérents ${annee}.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}", may(writeMemberships), async (c) => {
    const record = found(await findPresent(c.get("db"), idOf(c)));
    const colleges = await termOptions(c.get("db"), "colleges");
    return c.render(<ChangeMembershipPage record={record} colleges={colleges} />, {
      title: changeTitle(record),
    });
  })
  .post("/:id{[0-9]+}", may(writeMemberships), async (c) => {
    const db = c.get("db");
    const record = found(await findPresent(db, idOf(c)));
    const colleges = await termOptions(db, "colleges");
    const title = changeTitle(record);
    const read = await readForm(c, membershipForm(colleges.map(({ value }) => Number(value))));
    const facts = { record, colleges, typed: read.typed };
    // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
    const version = Number(read.typed["version"]) || record.version;
    if (!read.ok)
      return answer(c, 422, <ChangeMembershipPage {...facts} version={version} errors={read.errors} />, {
        title,
      });
    const change = { college_id: read.value.college, joined_on: read.value.le };
    const outcome = await changeMembership(db, authorOf(c), record.id, read.value.version, change);
    if (!outcome.ok) return answer(c, 409, <ChangeMembershipPage {...facts} conflict />, { title });
    await leaveNotice(c, { text: `L’adhésion ${record.year} de ${record.organisation} est enregistrée.` });
    return c.redirect(membership.all(record.year), 303);
  });

async function findPresent(db: Db, id: number) {
  const record = await findMembership(db, id);
  return record?.removed_at ? undefined : record;
}

/** Which organisation is meant: the one chosen among those proposed for this name, or the only one that bears it. */
async function settle(db: Db, name: string, chosen: number | undefined) {
  const match = (await matchOrganisations(db, [name])).get(name) ?? { candidates: [] };
  if ("sure" in match) return { ok: true as const, ...match.sure };
  const choice = match.candidates.find(({ id }) => id === chosen);
  if (choice) return { ok: true as const, id: choice.id, name: choice.name };
  const { candidates } = match;
  return {
    ok: false as const,
    candidates,
    errors: { organisation: unclearOrganisation(name, candidates.length > 0) },
  };
}
