import { Hono } from "hono";
import { listFields } from "#domains/directory/index.ts";
import {
  type EditorFrame,
  type MappedField,
  questionnaireEditorRoutes,
  resultRoutes,
} from "#domains/questionnaires/index.ts";
import { census } from "#paths/census.ts";
import type { Db } from "#platform/db/index.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { idOf } from "#platform/web/page.ts";
import { writeCensus } from "../access.ts";
import { findCampaign } from "../campaigns/queries.ts";
import { questionOf } from "./rules.fields.ts";

/** The questionnaire of a campaign, framed; undefined when it has none. */
async function frameOf(c: Request, href: (id: number) => string): Promise<EditorFrame | undefined> {
  const campaign = await findCampaign(c.get("db"), idOf(c));
  if (!campaign?.questionnaire_id) return undefined;
  return {
    questionnaireId: campaign.questionnaire_id,
    href: href(campaign.id),
    trail: [
      { label: "Recensement", href: census.all() },
      { label: campaign.title, href: census.one(campaign.id) },
    ],
  };
}

/** The fields of the record that an organisation may correct, each as a ready-made question. */
async function listMapped(db: Db): Promise<readonly MappedField[]> {
  return (await listFields(db)).flatMap((field) => {
    const question = questionOf(field);
    return question ? [{ key: field.key, label: field.label, question }] : [];
  });
}

/** What a campaign asks, edited, and what was answered, counted. */
export const askingRoutes = new Hono<AppEnv>()
  .route(
    "/",
    questionnaireEditorRoutes({
      path: "/:id{[0-9]+}/questionnaire",
      permission: writeCensus,
      find: (c) => frameOf(c, census.editor),
      fields: listMapped,
    }),
  )
  .route(
    "/",
    resultRoutes({
      path: "/:id{[0-9]+}/reponses-completes",
      permission: writeCensus,
      find: (c) => frameOf(c, census.results),
    }),
  );
