import { Hono } from "hono";
import { countWaiting } from "#domains/directory/index.ts";
import { findQuestionnaire } from "#domains/questionnaires/index.ts";
import { census } from "#paths/census.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { readCensus, writeCensus } from "../access.ts";
import { closeCampaign } from "../closing/commands.ts";
import { listDeclarations } from "../following/queries.calls.ts";
import { countStandings } from "../following/queries.ts";
import { listLetterTexts } from "../letters/queries.ts";
import { ladderDays } from "../letters/rules.ladder.ts";
import { roomTitle } from "../texts.ts";
import { removeCampaign, restoreCampaign } from "./commands.ts";
import { countNewcomers, type Drawn, describeSegment, joinNewcomers, openCampaign } from "./drawing.ts";
import { versionForm } from "./input.ts";
import { type Campaign, findCampaign, listCampaigns } from "./queries.ts";
import { openingRefusals } from "./texts.ts";
import { CampaignsPage } from "./views.list.tsx";
import { type CampaignFile, CampaignPage } from "./views.record.tsx";

/** The campaigns of the network, and what is done of each. */
export const campaignRoutes = new Hono<AppEnv>()
  .get("/", may(readCensus), async (c) =>
    c.render(
      <CampaignsPage
        rows={await listCampaigns(c.get("db"))}
        mayWrite={writeCensus.allows(c.get("visitor"))}
      />,
      { title: roomTitle },
    ),
  )
  .get("/:id{[0-9]+}", may(readCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    return c.render(<CampaignPage {...(await fileOf(c, campaign))} />, { title: campaign.title });
  })
  .post("/:id{[0-9]+}/ouverture", may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const seen = await seenOf(c, campaign);
    const drawing = { criteria: c.get("criteria"), jobs: c.get("jobs") };
    const outcome = await openCampaign(c.get("db"), authorOf(c), drawing, seen, new Date());
    if (!outcome.ok) return refuse(c, campaign, openingRefusals[outcome.refusal]);
    await leaveNotice(c, { text: `La campagne est ouverte. ${drawnSentence(outcome.drawn)}` });
    return c.redirect(census.one(campaign.id), 303);
  })
  .post("/:id{[0-9]+}/ajout", may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const drawing = { criteria: c.get("criteria"), jobs: c.get("jobs") };
    const drawn = await joinNewcomers(c.get("db"), authorOf(c), drawing, campaign);
    await leaveNotice(c, { text: drawnSentence(drawn) });
    return c.redirect(census.one(campaign.id), 303);
  })
  .post("/:id{[0-9]+}/cloture", may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const outcome = await closeCampaign(c.get("db"), authorOf(c), await seenOf(c, campaign), new Date());
    if (!outcome.ok)
      return refuse(
        c,
        campaign,
        "Cette campagne n’est plus telle que vous l’avez lue : un collègue l’a modifiée ou close. Relisez-la.",
      );
    await leaveNotice(c, { text: "La campagne est close : ce qu’elle a trouvé est figé." });
    return c.redirect(census.one(campaign.id), 303);
  })
  .post("/:id{[0-9]+}/suppression", may(writeCensus), async (c) => {
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    const removed = await removeCampaign(c.get("db"), authorOf(c), campaign.id);
    if (!removed) return refuse(c, campaign, "Elle est ouverte : elle ne se supprime plus, elle se clôt.");
    await leaveNotice(c, {
      text: `Le brouillon « ${campaign.title} » est supprimé.`,
      undo: { action: census.restoration(campaign.id), label: "Annuler" },
    });
    return c.redirect(census.all(), 303);
  })
  .post("/:id{[0-9]+}/retablissement", may(writeCensus), async (c) => {
    await restoreCampaign(c.get("db"), authorOf(c), idOf(c));
    const campaign = found(await findCampaign(c.get("db"), idOf(c)));
    await leaveNotice(c, { text: `Le brouillon « ${campaign.title} » est rétabli.` });
    return c.redirect(census.one(campaign.id), 303);
  });

/** The campaign as the reader saw it: at the version of their page. */
async function seenOf(c: Request, campaign: Campaign): Promise<Campaign> {
  const read = await readForm(c, versionForm);
  return { ...campaign, version: read.ok && read.value.version > 0 ? read.value.version : campaign.version };
}

const drawnSentence = ({ invited, unreachable }: Drawn) =>
  `${plural(invited, "organisation sollicitée", "organisations sollicitées")}${
    unreachable > 0
      ? `, dont ${plural(unreachable, "sans adresse, à appeler", "sans adresse, à appeler")}`
      : ""
  }.${invited > unreachable ? " Les lettres partent." : ""}`;

async function refuse(c: Request, campaign: Campaign, refusal: string) {
  const file = await fileOf(c, campaign);
  return answer(c, 409, <CampaignPage {...file} refusal={refusal} />, { title: campaign.title });
}

async function fileOf(c: Request, campaign: Campaign): Promise<CampaignFile> {
  const db = c.get("db");
  const criteria = c.get("criteria");
  const [segment, counts, declarations, waiting, newcomers, letters, questionnaire] = await Promise.all([
    describeSegment(db, criteria, campaign),
    countStandings(db, campaign.id),
    listDeclarations(db, campaign.id),
    countWaiting(db, { source: "census", ref: String(campaign.id) }),
    campaign.state === "open" ? countNewcomers(db, criteria, campaign) : 0,
    listLetterTexts(db, campaign.id),
    campaign.questionnaire_id === null ? undefined : findQuestionnaire(db, campaign.questionnaire_id),
  ]);
  const rungs = letters.map(({ rank, after_days }) => ({ rank, afterDays: after_days }));
  const last = questionnaire?.draft ?? questionnaire?.published;
  return {
    campaign,
    segment,
    counts,
    declarations,
    waiting: waiting.reduce((sum, { count }) => sum + count, 0),
    newcomers,
    ladder: ladderDays(rungs, { opensOn: campaign.opens_on, closesOn: campaign.closes_on }),
    questionnaire: last && { title: last.content.title, published: questionnaire?.published !== undefined },
    openLink:
      campaign.open_link && campaign.state === "open"
        ? c.get("config").baseUrl + census.openLink(campaign.slug)
        : undefined,
    mayWrite: writeCensus.allows(c.get("visitor")),
  };
}
