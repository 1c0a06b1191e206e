import { Hono } from "hono";
import { z } from "zod";
import { countWaiting, decideChanges, listFields, listWaitingIds } from "#domains/directory/index.ts";
import { census } from "#paths/census.ts";
import { inTransaction } from "#platform/db/index.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { readCensus, writeCensus } from "../access.ts";
import { findCampaign } from "../campaigns/queries.ts";
import { DifferencesPage, differencesTitle } from "./views.tsx";

const from = (campaignId: number) => ({ source: "census", ref: String(campaignId) }) as const;

/** How many corrections one click accepts: it answers within seconds, and what is left is still there. */
const mostAtOnce = 500;

const form = z.object({ champ: z.string().min(1).max(100) });

/** The corrections of a campaign, field by field. Each is read on the page of proposals of the directory. */
export const differenceRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/differences", may(readCensus), async (c) => {
    const db = c.get("db");
    const campaign = found(await findCampaign(db, idOf(c)));
    const [waiting, fields] = await Promise.all([countWaiting(db, from(campaign.id)), listFields(db)]);
    const labels = new Map(fields.map(({ key, label }) => [key, label]));
    const rows = waiting.map((line) => ({ ...line, label: labels.get(line.field) ?? line.field }));
    const mayWrite = writeCensus.allows(c.get("visitor"));
    return c.render(<DifferencesPage campaign={campaign} fields={rows} mayWrite={mayWrite} />, {
      title: differencesTitle(campaign),
    });
  })
  .post("/:id{[0-9]+}/differences", may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const read = await readForm(c, form);
    if (!read.ok) return c.redirect(census.differences(campaign.id), 303);
    const decision = await inTransaction(c.get("db"), authorOf(c), async (db) => {
      const ids = await listWaitingIds(db, from(campaign.id), read.value.champ, mostAtOnce);
      return decideChanges(db, authorOf(c), ids, { accept: true });
    });
    const { accepted, overtaken, taken } = decision;
    const left = overtaken.length + taken.length;
    const rest =
      left === 0
        ? ""
        : ` ${plural(left, "autre demande", "autres demandent")} d’être lues une à une : la fiche a changé depuis, ou le numéro est déjà pris.`;
    await leaveNotice(c, {
      text: `${plural(accepted, "correction acceptée", "corrections acceptées")}.${rest}`,
    });
    return c.redirect(census.differences(campaign.id), 303);
  });
