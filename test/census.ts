import { criteria } from "#app/criteria.ts";
import { tokenOf } from "#domains/census/answering/rules.token.ts";
import { addConfirmQuestionnaire } from "#domains/census/asking/commands.ts";
import { addCampaign } from "#domains/census/campaigns/commands.ts";
import { openCampaign } from "#domains/census/campaigns/drawing.ts";
import { findCampaign } from "#domains/census/campaigns/queries.ts";
import { writeDueLetters } from "#domains/census/letters/commands.ts";
import { addOrganisations, changeFields } from "#domains/directory/index.ts";
import { census } from "#paths/census.ts";
import { addDays, dayInParis } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { nextWorkingDay } from "#platform/working-days.ts";
import { rememberedJobs } from "./services.ts";
import { testConfig } from "./site.ts";

const today = dayInParis(new Date());
const workingDay = nextWorkingDay(today);
/** Noon of a day on which letters may go. */
export const noon = new Date(`${workingDay}T12:00:00Z`);

/** Three organisations, of which one has no address, and a campaign open for two months, none written to yet. */
export async function openedCampaign(db: Db) {
  const [adice = 0, kabe = 0, muette = 0] = await addOrganisations(db, system, [
    { name: "Adice" },
    { name: "Kabé" },
    { name: "Sans adresse" },
  ]);
  for (const [id, email] of [
    [adice, "contact@adice.fr"],
    [kabe, "contact@kabe.fr"],
  ] as const)
    await changeFields(db, system, id, { email }, { source: { source: "staff" } });
  const campaignId = await addCampaign(db, system, {
    title: "Recensement de test",
    year: 2026,
    introduction: "",
    opens_on: addDays(today, -1),
    closes_on: addDays(workingDay, 60),
    open_link: true,
    questionnaire_id: await addConfirmQuestionnaire(db, system),
    segment_id: null,
  });
  const campaign = await findCampaign(db, campaignId);
  if (!campaign) throw new Error("no campaign");
  const jobs = rememberedJobs();
  const opened = await openCampaign(db, system, { criteria, jobs }, campaign, new Date());
  const invitation = async (organisationId: number) =>
    db
      .selectFrom("census.invitations")
      .selectAll()
      .where("campaign_id", "=", campaignId)
      .where("organisation_id", "=", organisationId)
      .executeTakeFirstOrThrow();
  const linkOf = async (organisationId: number) =>
    census.answer(tokenOf(testConfig.secret, await invitation(organisationId)));
  const write = (now = noon) => writeDueLetters({ db, config: testConfig, jobs }, now);
  return { adice, kabe, muette, campaignId, opened, invitation, linkOf, write, jobs };
}
