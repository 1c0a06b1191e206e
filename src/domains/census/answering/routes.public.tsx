import { Hono } from "hono";
import { findFieldWords, listFields, readRecord, writtenValue } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { census } from "#paths/census.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { isAskable } from "../asking/rules.fields.ts";
import { shutness } from "../campaigns/rules.ts";
import { confirmCard, declare, noteOpened, openQuestionnaire } from "./commands.ts";
import { declarationForm } from "./input.ts";
import { findInvited, type Invited } from "./queries.ts";
import {
  CardPage,
  cardTitle,
  DeclarationPage,
  declarationTitle,
  Reach,
  ShutPage,
  ThanksPage,
  thanksTitle,
  UnknownLinkPage,
  unknownLinkTitle,
} from "./views.tsx";

/** Enough for a person who hesitates, too few for one who tries links. */
const guard = rateLimit({ count: 60, seconds: 60 });

/** The personal link of an organisation: its card, and what it says of it. */
export const answeringRoutes = new Hono<AppEnv>()
  .get("/:token{[0-9a-z]{9}-[\\w-]{22}}", may(anyone), guard, (c) =>
    withInvited(c, async (invited, token) => {
      await noteOpened(c.get("db"), authorOf(c), invited, new Date());
      const lines = await cardOf(c.get("db"), invited.organisation_id);
      return c.render(<CardPage invited={invited} token={token} lines={lines} />, facts(cardTitle(invited)));
    }),
  )
  .post("/:token{[0-9a-z]{9}-[\\w-]{22}}/tout-est-exact", may(anyone), guard, (c) =>
    withInvited(c, async (invited, token) => {
      const to = await once(c, c.get("db"), authorOf(c), async (db) => {
        await confirmCard(db, authorOf(c), invited, new Date());
        return census.thanks(token);
      });
      return c.redirect(to, 303);
    }),
  )
  .post("/:token{[0-9a-z]{9}-[\\w-]{22}}/correction", may(anyone), guard, (c) =>
    withInvited(c, async (invited, token) => {
      const opened = await openQuestionnaire(c.get("db"), authorOf(c), invited, { token, now: new Date() });
      return c.redirect(opened ? census.questionnaire(token) : census.answer(token), 303);
    }),
  )
  .get("/:token{[0-9a-z]{9}-[\\w-]{22}}/refus-ou-depart", may(anyone), guard, (c) =>
    withInvited(c, (invited, token) =>
      c.render(<DeclarationPage invited={invited} token={token} />, facts(declarationTitle(invited))),
    ),
  )
  .post("/:token{[0-9a-z]{9}-[\\w-]{22}}/refus-ou-depart", may(anyone), guard, (c) =>
    withInvited(c, async (invited, token) => {
      const read = await readForm(c, declarationForm);
      if (!read.ok)
        return answer(
          c,
          422,
          <DeclarationPage invited={invited} token={token} {...read} />,
          facts(declarationTitle(invited)),
        );
      const { choix: kind, message, nom: saidBy } = read.value;
      const to = await once(c, c.get("db"), authorOf(c), async (db) => {
        await declare(db, authorOf(c), invited, { kind, message, saidBy, now: new Date() });
        return census.thanks(token);
      });
      return c.redirect(to, 303);
    }),
  )
  .get("/:token{[0-9a-z]{9}-[\\w-]{22}}/merci", may(anyone), guard, (c) =>
    withInvited(c, (invited, token) =>
      c.render(<ThanksPage invited={invited} token={token} />, facts(thanksTitle)),
    ),
  );

/** A page for who has the link: kept by nobody, in no search engine. */
const facts = (title: string) => ({ title, form: true, unlisted: true });

/** The page for the invitation of this link, or the one that says kindly why there is none. */
async function withInvited(
  c: Request,
  page: (invited: Invited, token: string) => Response | Promise<Response>,
): Promise<Response> {
  c.header("Cache-Control", "private, no-store");
  c.header("Referrer-Policy", "no-referrer"); // the address is the key
  const token = c.req.param("token") ?? "";
  const invited = await findInvited(c.get("db"), c.get("config").secret, token);
  const shut = invited && shutness(stageOf(invited), dayInParis(new Date()));
  if (invited && !shut) return page(invited, token);
  const reach = <Reach email={(await findSettings(c.get("db"))).email} />;
  if (!invited || !shut) return answer(c, 404, <UnknownLinkPage reach={reach} />, facts(unknownLinkTitle));
  return c.render(<ShutPage invited={invited} shut={shut} reach={reach} />, facts(cardTitle(invited)));
}

export const stageOf = ({ campaign_state, opens_on, closes_on }: Invited) => ({
  state: campaign_state,
  opens_on,
  closes_on,
});

/** The card of an organisation as its own people may read it, in words. */
async function cardOf(db: Db, organisationId: number) {
  const [fields, record] = await Promise.all([listFields(db), readRecord(db, organisationId)]);
  const values = record?.values ?? {};
  const words = await findFieldWords(db, [values]);
  return fields
    .filter(isAskable)
    .map((field) => ({ label: field.label, text: writtenValue(field, values[field.key], words) }));
}
