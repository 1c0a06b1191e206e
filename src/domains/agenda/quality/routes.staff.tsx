import { Hono } from "hono";
import { trainingEvidence } from "#paths/training-evidence.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readAgenda, writeAgenda } from "../access.ts";
import { sayQuality } from "./commands.ts";
import { qualityForm } from "./input.ts";
import { readAnswers } from "./queries.ts";
import { findIndicator } from "./referential.ts";
import { IndicatorPage, indicatorTitle, QualityPage, qualityTitle } from "./views.tsx";

const path = trainingEvidence.quality().replace("/gestion", "");

const target = (c: Request) => found(findIndicator(idOf(c)));
const answerTo = async (c: Request) => (await readAnswers(c.get("db"))).get(idOf(c));

/** `/gestion/agenda/qualite`: the checklist of the quality referential of training bodies. */
export const qualityRoutes = new Hono<AppEnv>()
  .get(path, may(readAgenda), async (c) => {
    const answers = await readAnswers(c.get("db"));
    const mayWrite = writeAgenda.allows(c.get("visitor"));
    return c.render(<QualityPage answers={answers} mayWrite={mayWrite} />, { title: qualityTitle });
  })
  .get(`${path}/:id{[0-9]+}`, may(writeAgenda), async (c) => {
    const indicator = target(c);
    return c.render(<IndicatorPage indicator={indicator} answer={await answerTo(c)} />, {
      title: indicatorTitle(indicator),
    });
  })
  .post(`${path}/:id{[0-9]+}`, may(writeAgenda), async (c) => {
    const indicator = target(c);
    const title = indicatorTitle(indicator);
    const read = await readForm(c, qualityForm);
    if (!read.ok) {
      // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
      const version = Number(read.typed["version"]) || 0;
      const facts = { indicator, answer: await answerTo(c), version };
      return answer(c, 422, <IndicatorPage {...facts} {...read} />, { title });
    }
    const { etat, comment, preuve, version } = read.value;
    const said = { state: etat, words: comment, proof: preuve, checked_on: dayInParis(new Date()) };
    const outcome = await sayQuality(c.get("db"), authorOf(c), indicator.number, version, said);
    if (!outcome.ok) {
      const facts = { indicator, answer: await answerTo(c), typed: read.typed };
      return answer(c, 409, <IndicatorPage {...facts} conflict />, { title });
    }
    await leaveNotice(c, { text: `L’indicateur ${indicator.number} est à jour.` });
    return c.redirect(trainingEvidence.quality(), 303);
  });
