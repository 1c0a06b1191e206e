import { Hono } from "hono";
import { census } from "#paths/census.ts";
import { directory } from "#paths/directory.ts";
import { dayInParis } from "#platform/dates.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readCensus, writeCensus } from "../access.ts";
import { tokenOf } from "../answering/rules.token.ts";
import { findCampaign } from "../campaigns/queries.ts";
import { followedColumns, phoneColumns } from "./columns.ts";
import { changeAddress, noteCall, renewLink, settleDeclaration } from "./commands.ts";
import { addressForm, callForm, question, settlementForm } from "./input.ts";
import { everyPhone, findInvitation, type InvitationRecord, listPhones } from "./queries.calls.ts";
import { everyFollowed, listFollowed } from "./queries.ts";
import { InvitationPage, invitationTitle } from "./views.invitation.tsx";
import { FollowedPage, listTitle } from "./views.list.tsx";
import { PhonesPage, phonesSize, phonesTitle } from "./views.phones.tsx";

/** Who was asked, where each stands, and telephoning the silent. */
export const followingRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/reponses", may(readCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const asked = readQuery(c, question);
    const list = await listFollowed(c.get("db"), campaign.id, asked);
    return c.render(<FollowedPage campaign={campaign} list={list} asked={asked} />, {
      title: listTitle(campaign),
    });
  })
  .on("GET", exportPaths("/:id{[0-9]+}/reponses"), may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const rows = everyFollowed(c.get("db"), campaign.id, readQuery(c, question));
    return exportList(c, { name: listTitle(campaign), format: formatOf(c), columns: followedColumns, rows });
  })
  .get("/:id{[0-9]+}/telephone", may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const page = readQuery(c, question).page ?? 1;
    const list = await listPhones(c.get("db"), campaign.id, { page, size: phonesSize });
    return c.render(<PhonesPage campaign={campaign} {...list} page={page} />, {
      title: phonesTitle(campaign),
    });
  })
  .on("GET", exportPaths("/:id{[0-9]+}/telephone"), may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const rows = everyPhone(c.get("db"), campaign.id);
    return exportList(c, { name: phonesTitle(campaign), format: formatOf(c), columns: phoneColumns, rows });
  })
  .get("/invitations/:id{[0-9]+}", may(writeCensus), async (c) => {
    const record = found(await findInvitation(c.get("db"), idOf(c)));
    return c.render(<InvitationPage {...facts(c, record)} />, { title: invitationTitle(record) });
  })
  .post("/invitations/:id{[0-9]+}", may(writeCensus), async (c) => {
    const record = found(await findInvitation(c.get("db"), idOf(c)));
    const read = await readForm(c, addressForm);
    if (!read.ok) return refuse(c, record, read);
    await changeAddress(c.get("db"), authorOf(c), record.id, read.value.courriel);
    await leaveNotice(c, { text: `Les lettres à ${record.organisation} vont à ${read.value.courriel}.` });
    return c.redirect(census.invitation(record.id), 303);
  })
  .post("/invitations/:id{[0-9]+}/lien", may(writeCensus), async (c) => {
    const record = found(await findInvitation(c.get("db"), idOf(c)));
    await renewLink(c.get("db"), authorOf(c), record.id);
    await leaveNotice(c, {
      text: `${record.organisation} a un nouveau lien : l’ancien n’ouvre plus rien. Les prochaines lettres le portent.`,
    });
    return c.redirect(census.invitation(record.id), 303);
  })
  .post("/invitations/:id{[0-9]+}/appels", may(writeCensus), async (c) => {
    const db = c.get("db");
    const record = found(await findInvitation(db, idOf(c)));
    const read = await readForm(c, callForm);
    if (!read.ok) return refuse(c, record, { ...read, typed: { resultat: "", ...read.typed } });
    const { resultat: outcome, note, le } = read.value;
    const calledOn = le ?? dayInParis(new Date());
    const to = await once(c, db, authorOf(c), async (db) => {
      await noteCall(db, authorOf(c), record.id, { outcome, note, calledOn });
      return census.invitation(record.id);
    });
    await leaveNotice(c, { text: `L’appel à ${record.organisation} est noté.` });
    return c.redirect(to, 303);
  })
  .post("/declarations/:id{[0-9]+}", may(writeCensus), async (c) => {
    const read = await readForm(c, settlementForm);
    const settled = read.ok && read.value.suite === "faire" ? "done" : "left";
    if (!read.ok) return c.redirect(census.all(), 303);
    const done = await settleDeclaration(c.get("db"), authorOf(c), idOf(c), settled, new Date());
    if (!done) {
      await leaveNotice(c, { text: "Un collègue y a déjà donné suite." });
      return c.redirect(census.all(), 303);
    }
    const undo =
      done.kind === "departure"
        ? { undo: { action: directory.restoration(done.organisationId), label: "Rétablir la fiche" } }
        : {};
    const acted =
      done.kind === "departure" ? "La fiche est archivée." : "La fiche n’est plus dans l’annuaire public.";
    await leaveNotice(
      c,
      settled === "done" ? { text: acted, ...undo } : { text: "La fiche reste telle quelle." },
    );
    return c.redirect(directory.one(done.organisationId), 303);
  });

function facts(c: Request, record: InvitationRecord) {
  const token = tokenOf(c.get("config").secret, record);
  return {
    record,
    href: record.campaign_state === "open" ? c.get("config").baseUrl + census.answer(token) : undefined,
    mayWrite: writeCensus.allows(c.get("visitor")),
  };
}

function refuse(
  c: Request,
  record: InvitationRecord,
  said: Pick<Parameters<typeof InvitationPage>[0], "typed" | "errors">,
) {
  return answer(c, 422, <InvitationPage {...facts(c, record)} typed={said.typed} errors={said.errors} />, {
    title: invitationTitle(record),
  });
}
