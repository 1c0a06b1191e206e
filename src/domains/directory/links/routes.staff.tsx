import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDirectory, writeDirectory } from "../access.ts";
import { settleOrganisation } from "../matching/settle.ts";
import { findName } from "../queries.name.ts";
import { addLink, changeLink, removeLink, restoreLink } from "./commands.ts";
import { linkForm, newLinkForm } from "./input.ts";
import { findLink, listLinks } from "./queries.ts";
import { ends } from "./rules.ts";
import { refusals } from "./texts.ts";
import { AddLinkPage, addTitle, LinkPage, LinksPanelPage, linkTitle, panelTitle } from "./views.tsx";

/** Links between organisations: a panel of the record, and each link seen from one of its ends. */
export const linkStaffRoutes = new Hono<AppEnv>()
  .get("/annuaire/:id{[0-9]+}/liens", may(readDirectory), async (c) => {
    const organisation = found(await findName(c.get("db"), idOf(c)));
    const links = await listLinks(c.get("db"), organisation.id);
    const mayWrite = writeDirectory.allows(c.get("visitor"));
    return c.render(<LinksPanelPage organisation={organisation} links={links} mayWrite={mayWrite} />, {
      title: panelTitle(organisation),
    });
  })
  .get("/annuaire/:id{[0-9]+}/liens/nouveau", may(writeDirectory), async (c) => {
    const organisation = found(await findName(c.get("db"), idOf(c)));
    return c.render(<AddLinkPage organisation={organisation} />, { title: addTitle(organisation) });
  })
  .post("/annuaire/:id{[0-9]+}/liens/nouveau", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const organisation = found(await findName(db, idOf(c)));
    const refuse = (facts: Omit<Parameters<typeof AddLinkPage>[0], "organisation">) =>
      answer(c, 422, <AddLinkPage organisation={organisation} {...facts} />, {
        title: addTitle(organisation),
      });
    const read = await readForm(c, newLinkForm);
    if (!read.ok) return refuse(read);
    const { lien, depuis, jusqua, note } = read.value;
    const meant = await settleOrganisation(db, read.value.organisation, read.value.choix);
    if (!meant.ok) return refuse({ typed: read.typed, ...meant });
    const link = { ...ends(lien, organisation.id, meant.id), since: depuis, until: jusqua, note };
    let refusal: "self" | "known" | undefined;
    const to = await once(c, db, authorOf(c), async (db) => {
      const outcome = await addLink(db, authorOf(c), link);
      if (!outcome.ok && outcome.refusal !== "stale") refusal = outcome.refusal;
      return directory.one(organisation.id);
    });
    if (refusal) return refuse({ typed: read.typed, errors: { organisation: refusals[refusal] } });
    await leaveNotice(c, { text: `Le lien avec ${meant.name} est noté.` });
    return c.redirect(to, 303);
  })
  .get("/liens/:id{[0-9]+}", may(readDirectory), async (c) => {
    const { organisation, link } = await theLink(c);
    if (!writeDirectory.allows(c.get("visitor"))) return c.redirect(partnerships.links(organisation.id), 303);
    return c.render(<LinkPage organisation={organisation} link={link} />, {
      title: linkTitle(organisation, link),
    });
  })
  .post("/liens/:id{[0-9]+}", may(writeDirectory), async (c) => {
    const { organisation, link } = await theLink(c);
    const facts = { organisation, link };
    const page = { title: linkTitle(organisation, link) };
    const read = await readForm(c, linkForm);
    const version = Number(read.typed["version"]) || link.version;
    if (!read.ok) return answer(c, 422, <LinkPage {...facts} {...read} version={version} />, page);
    const { lien, depuis, jusqua, note } = read.value;
    const change = { ...ends(lien, organisation.id, link.other_id), since: depuis, until: jusqua, note };
    const outcome = await changeLink(c.get("db"), authorOf(c), link.id, version, change);
    if (!outcome.ok && outcome.refusal === "stale")
      return answer(c, 409, <LinkPage {...facts} typed={read.typed} conflict />, page);
    if (!outcome.ok) {
      const errors = { lien: refusals.known };
      return answer(
        c,
        422,
        <LinkPage {...facts} typed={read.typed} version={version} errors={errors} />,
        page,
      );
    }
    await leaveNotice(c, { text: "Le lien est enregistré." });
    return c.redirect(directory.one(organisation.id), 303);
  })
  .post("/liens/:id{[0-9]+}/retrait", may(writeDirectory), async (c) => {
    const { organisation, link } = await theLink(c);
    await removeLink(c.get("db"), authorOf(c), link.id);
    await leaveNotice(c, {
      text: `Le lien avec ${link.other} est retiré.`,
      undo: { action: partnerships.linkRestoration(c.get("requestId"), organisation.id), label: "Annuler" },
    });
    return c.redirect(directory.one(organisation.id), 303);
  })
  .post("/liens/retablissement", may(writeDirectory), async (c) => {
    const organisation = found(await findName(c.get("db"), seenFrom(c)));
    const back = await restoreLink(c.get("db"), authorOf(c), c.req.query("demande") ?? "");
    await leaveNotice(c, {
      text: back ? "Le lien est de nouveau là." : "Ce lien n’a pas été remis : il est déjà là.",
    });
    return c.redirect(directory.one(organisation.id), 303);
  });

/** The organisation from which a link is seen, in the address. */
const seenFrom = (c: Request) => Math.trunc(Number(c.req.query("depuis"))) || 0;

async function theLink(c: Request) {
  const organisation = found(await findName(c.get("db"), seenFrom(c)));
  return { organisation, link: found(await findLink(c.get("db"), idOf(c), organisation.id)) };
}
