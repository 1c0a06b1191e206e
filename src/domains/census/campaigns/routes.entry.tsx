import { Hono } from "hono";
import { segmentOptions } from "#domains/directory/index.ts";
import { census } from "#paths/census.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeCensus } from "../access.ts";
import { addConfirmQuestionnaire } from "../asking/commands.ts";
import { addCampaign, type CampaignFacts, changeCampaign } from "./commands.ts";
import { campaignForm } from "./input.ts";
import { type Campaign, findCampaign } from "./queries.ts";
import { addTitle, CampaignFormPage, editTitle } from "./views.form.tsx";

/** Preparing a campaign, and changing it. */
export const campaignEntryRoutes = new Hono<AppEnv>()
  .get("/nouvelle", may(writeCensus), async (c) =>
    c.render(<CampaignFormPage segments={await optionsOf(c)} />, { title: addTitle }),
  )
  .post("/nouvelle", may(writeCensus), async (c) => {
    const segments = await optionsOf(c);
    const read = await readForm(c, campaignForm);
    const errors = read.ok ? wrongSegment(read.value.segment, segments) : read.errors;
    if (!read.ok || errors)
      return answer(c, 422, <CampaignFormPage segments={segments} typed={read.typed} errors={errors} />, {
        title: addTitle,
      });
    const author = authorOf(c);
    const to = await once(c, c.get("db"), author, async (db) => {
      const questionnaire_id = await addConfirmQuestionnaire(db, author);
      return census.one(await addCampaign(db, author, { ...factsOf(read.value), questionnaire_id }));
    });
    await leaveNotice(c, {
      text: "La campagne est prête, avec son questionnaire et ses lettres : relisez-les, puis ouvrez-la.",
    });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeCensus), async (c) => {
    const campaign = await openOne(c);
    return c.render(<CampaignFormPage campaign={campaign} segments={await optionsOf(c)} />, {
      title: editTitle(campaign),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeCensus), async (c) => {
    const campaign = await openOne(c);
    const segments = await optionsOf(c);
    const title = editTitle(campaign);
    const read = await readForm(c, campaignForm);
    const version = Number(read.typed["version"]) || campaign.version;
    const facts = { campaign, segments, typed: read.typed };
    const errors = read.ok ? wrongSegment(read.value.segment, segments) : read.errors;
    if (!read.ok || errors)
      return answer(c, 422, <CampaignFormPage {...facts} version={version} errors={errors} />, { title });
    const change = { ...factsOf(read.value), questionnaire_id: campaign.questionnaire_id };
    const author = authorOf(c);
    const outcome = await changeCampaign(c.get("db"), author, campaign.id, read.value.version, change);
    if (!outcome.ok) {
      const saved = found(await findCampaign(c.get("db"), campaign.id));
      return answer(c, 409, <CampaignFormPage {...facts} campaign={saved} conflict />, { title });
    }
    await leaveNotice(c, { text: "La campagne est enregistrée." });
    return c.redirect(census.one(campaign.id), 303);
  });

/** A campaign that still changes. */
async function openOne(c: Request): Promise<Campaign> {
  const campaign = await findCampaign(c.get("db"), idOf(c));
  return found(campaign?.state === "closed" ? undefined : campaign);
}

const optionsOf = (c: Request) => segmentOptions(c.get("db"), c.get("visitor").accountId);

const wrongSegment = (chosen: number | undefined, options: readonly { value: string }[]) =>
  chosen === undefined || options.some(({ value }) => value === String(chosen))
    ? undefined
    : { segment: "Ce segment n’existe plus : choisissez-en un autre." };

const factsOf = (
  form: Record<"titre" | "introduction" | "du" | "au", string> & {
    annee: number;
    lien: boolean;
    segment?: number | undefined;
  },
): Omit<CampaignFacts, "questionnaire_id"> => ({
  title: form.titre,
  year: form.annee,
  introduction: form.introduction,
  opens_on: form.du,
  closes_on: form.au,
  open_link: form.lien,
  segment_id: form.segment ?? null,
});
