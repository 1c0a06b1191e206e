import { addCampaign, addConfirmQuestionnaire, listCampaigns } from "#domains/census/index.ts";
import { addSegment, type Definition, sentenceOf } from "#domains/directory/index.ts";
import { type Author, inTransaction } from "#platform/db/index.ts";
import type { Services } from "#platform/web/env.ts";

const families = (...famille: string[]): Definition => [
  [{ criterion: "directory.family", asked: { famille } }],
];
const twinnings = { criterion: "directory.type", asked: { type: ["jumelage"] } };

interface Planned {
  title: string;
  segment: string;
  definition: Definition;
  opens_on: string;
  closes_on: string;
  introduction: string;
}

/** The four campaigns of 2021: see `demo/lianes-2021/README.md` for what the documents say of them, and what is ours. */
const campaigns: readonly Planned[] = [
  {
    title: "Recensement des jumelages 2021",
    segment: "Comités de jumelage",
    definition: [[twinnings]],
    opens_on: "2021-06-14",
    closes_on: "2021-07-31",
    introduction: "Vous faites vivre un jumelage : dites-nous avec qui, et ce que vous y faites aujourd’hui.",
  },
  {
    title: "Recensement des collectivités 2021",
    segment: "État et collectivités",
    definition: families("collectivites"),
    opens_on: "2021-09-06",
    closes_on: "2021-10-31",
    introduction:
      "Votre collectivité agit à l’international : sa fiche dit où, dans quels domaines et qui joindre.",
  },
  {
    title: "Recensement des établissements 2021",
    segment: "Établissements",
    definition: families("etablissements"),
    opens_on: "2021-10-04",
    closes_on: "2021-11-30",
    introduction:
      "Écoles, collèges, lycées, universités, hôpitaux : vos partenariats intéressent toute la région.",
  },
  {
    title: "Recensement des associations et des entreprises 2021",
    segment: "Associations et entreprises, hors jumelages",
    definition: [...families("associations", "entreprises"), [{ ...twinnings, not: true }]],
    opens_on: "2021-11-08",
    closes_on: "2021-12-31",
    introduction: "",
  },
];

/** Prepares the campaigns as drafts, each with its segment and the questionnaire made from the record. Done again, adds nothing. */
export async function loadCampaigns(services: Services, author: Author): Promise<number> {
  const { criteria } = services;
  return inTransaction(services.db, author, async (db) => {
    if ((await listCampaigns(db)).length > 0) return 0;
    for (const { segment, definition, ...campaign } of campaigns) {
      const sentence = await sentenceOf(db, criteria, definition);
      const segment_id = await addSegment(db, author, { name: segment, definition, sentence, shared: true });
      const questionnaire_id = await addConfirmQuestionnaire(db, author);
      await addCampaign(db, author, {
        ...campaign,
        year: 2021,
        open_link: true,
        questionnaire_id,
        segment_id,
      });
    }
    return campaigns.length;
  });
}
