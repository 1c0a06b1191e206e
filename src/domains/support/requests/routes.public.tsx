import { Hono } from "hono";
import { accountNames } from "#domains/accounts/index.ts";
import { listOffices } from "#domains/territory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { sendLinkAgain } from "./commands.follow.ts";
import { takeRequest } from "./commands.ts";
import { requestForm } from "./input.ts";
import { findTwin, readOffer } from "./queries.ts";
import { settleRequest } from "./settle.ts";
import { AskPage, askTitle } from "./views.ask.tsx";
import { OfferPage, offerTitle } from "./views.offer.tsx";

const tries = rateLimit({ count: 20, seconds: 600 });
const page = { title: askTitle, form: true } as const;

export const listThemes = (db: Db) => listTerms(db, "support_themes");
export const deskOf = (c: Request) => ({
  config: c.get("config"),
  jobs: c.get("jobs"),
  files: c.get("files"),
});

/** `/accompagnement`: what is offered, and asking for it. */
export const requestPublicRoutes = new Hono<AppEnv>()
  .get(support.home(), may(anyone), async (c) => {
    const db = c.get("replica");
    const [offer, themes, offices] = await Promise.all([readOffer(db), listThemes(db), listOffices(db)]);
    const names = await accountNames(
      db,
      offer.answerers.map(({ referent_id }) => referent_id),
    );
    const today = dayInParis(new Date());
    const open = offices.filter(({ closed_on }) => closed_on === null || closed_on >= today);
    return c.render(<OfferPage offer={offer} themes={themes} names={names} offices={open} />, {
      title: offerTitle,
      description:
        "Une personne du réseau vous écoute et avance avec vous sur votre projet de coopération ou de solidarité internationale.",
    });
  })
  .get(support.ask(), may(anyone), async (c) => {
    const { name, email } = c.get("visitor");
    const typed = { votre_nom: name, votre_courriel: email };
    return c.render(<AskPage themes={await listThemes(c.get("replica"))} typed={typed} />, page);
  })
  .post(support.ask(), may(anyone), tries, async (c) => {
    const db = c.get("db");
    const themes = await listThemes(db);
    const read = await readForm(c, requestForm(themes.map(({ id }) => id)));
    if (!read.ok) return answer(c, 422, <AskPage themes={themes} {...read} />, page);
    const settled = await settleRequest(db, read.value, read.typed);
    if (!settled.ok) return answer(c, 422, <AskPage themes={themes} typed={read.typed} {...settled} />, page);
    const twin = await findTwin(db, read.value.votre_courriel, read.value.organisation);
    if (twin && !read.value.double) {
      const errors = { double: "Dites si c’est une autre demande, ou la même." };
      return answer(c, 422, <AskPage themes={themes} typed={read.typed} errors={errors} twin={twin} />, page);
    }
    if (twin && read.value.double === "lien") {
      const to = await once(c, db, authorOf(c), async (db) => {
        await sendLinkAgain(db, authorOf(c), deskOf(c), twin.id);
        return support.home();
      });
      await leaveNotice(c, { text: "Le lien de votre demande vient de repartir à votre adresse." });
      return c.redirect(to, 303);
    }
    const to = await once(c, db, authorOf(c), async (db) => {
      const taken = await takeRequest(db, authorOf(c), deskOf(c), settled.asked, new Date());
      return (taken.questions ? support.questions : support.follow)(taken.token);
    });
    await leaveNotice(c, {
      text: "Votre demande est reçue. Un courriel vient de partir à votre adresse, avec le lien de cette page.",
    });
    return c.redirect(to, 303);
  });
