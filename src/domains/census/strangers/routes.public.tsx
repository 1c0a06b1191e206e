import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { census } from "#paths/census.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { Reach } from "../answering/views.tsx";
import { type Campaign, findCampaignBySlug } from "../campaigns/queries.ts";
import { shutness } from "../campaigns/rules.ts";
import { addStranger, sendLink } from "./commands.ts";
import { oursForm, strangerForm } from "./input.ts";
import { listLikely } from "./queries.ts";
import { OverPage } from "./views.over.tsx";
import { AskedPage, askedTitle, LikelyPage, likelyTitle, OpenPage, openTitle } from "./views.tsx";

const reading = rateLimit({ count: 60, seconds: 60 });
/** A person tries a few spellings; a machine that fills letter boxes or the directory is stopped. */
const writing = rateLimit({ count: 12, seconds: 600 });

/** The open link of a campaign, for those who got no letter. */
export const strangerRoutes = new Hono<AppEnv>()
  .get("/ouvert/:slug{[a-z0-9-]{1,90}}", may(anyone), reading, (c) =>
    withCampaign(c, (campaign) =>
      c.render(<OpenPage campaign={campaign} />, { title: openTitle(campaign), form: true }),
    ),
  )
  .post("/ouvert/:slug{[a-z0-9-]{1,90}}", may(anyone), writing, (c) =>
    withCampaign(c, async (campaign) => {
      const read = await readForm(c, strangerForm);
      if (!read.ok)
        return answer(c, 422, <OpenPage campaign={campaign} {...read} />, {
          title: openTitle(campaign),
          form: true,
        });
      const stranger = read.value;
      const likely = stranger.nouvelle ? [] : await listLikely(c.get("db"), stranger.nom);
      if (likely.length > 0) {
        const page = <LikelyPage campaign={campaign} stranger={stranger} likely={likely} />;
        return answer(c, 422, page, { title: likelyTitle, form: true, unlisted: true }); // shown before anything is added
      }
      const to = await once(c, c.get("db"), authorOf(c), async (db) =>
        census.answer(await addStranger(db, authorOf(c), post(c), campaign, stranger)),
      );
      return c.redirect(to, 303);
    }),
  )
  .post("/ouvert/:slug{[a-z0-9-]{1,90}}/c-est-nous", may(anyone), writing, (c) =>
    withCampaign(c, async (campaign) => {
      const read = await readForm(c, oursForm);
      const likely = read.ok ? await listLikely(c.get("db"), read.value.nom) : [];
      const ours = read.ok ? likely.find(({ id }) => id === read.value.organisation) : undefined;
      if (ours) await sendLink(c.get("db"), authorOf(c), post(c), campaign, ours.id, new Date());
      return c.redirect(census.asked(campaign.slug), 303);
    }),
  )
  .get("/ouvert/:slug{[a-z0-9-]{1,90}}/lien-demande", may(anyone), reading, (c) =>
    withCampaign(c, (campaign) =>
      c.render(<AskedPage campaign={campaign} />, { title: askedTitle, unlisted: true }),
    ),
  );

const post = (c: Request) => ({ config: c.get("config"), jobs: c.get("jobs") });

async function withCampaign(
  c: Request,
  page: (campaign: Campaign) => Response | Promise<Response>,
): Promise<Response> {
  const campaign = found(await findCampaignBySlug(c.get("db"), c.req.param("slug") ?? ""));
  const shut = shutness(campaign, dayInParis(new Date()));
  if (!shut) return page(campaign);
  const reach = <Reach email={(await findSettings(c.get("db"))).email} />;
  return c.render(<OverPage campaign={campaign} shut={shut} reach={reach} />, { title: openTitle(campaign) });
}
