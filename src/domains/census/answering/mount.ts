import { type AnswerMount, answerRoutes } from "#domains/questionnaires/index.ts";
import { census } from "#paths/census.ts";
import { dayInParis } from "#platform/dates.ts";
import { of } from "#platform/french.ts";
import { formatDay } from "#ui/format.ts";
import { shutness } from "../campaigns/rules.ts";
import { takeSubmission } from "./commands.ts";
import { findByAnswer } from "./queries.ts";
import { invitationOf } from "./rules.token.ts";

const mount: AnswerMount = {
  path: "/recensement/fiche",
  async find(db, { answerId, token }) {
    const invited = await findByAnswer(db, answerId);
    if (!invited) return undefined; // another room's, or its link was replaced
    const { title, organisation, campaign_state: state, opens_on, closes_on } = invited;
    const shut = shutness({ state, opens_on, closes_on }, dayInParis(new Date()));
    const own = invitationOf(token) === invited.id;
    return {
      title: `La fiche ${of(organisation)}`,
      lead: `${title}. Répondez jusqu’au ${formatDay(closes_on)}.`,
      ...(shut
        ? {
            closed: `« ${title} » est terminé depuis le ${formatDay(closes_on)} : nous ne prenons plus de réponse. Merci.`,
          }
        : {}),
      links: own
        ? [
            { label: "Revenir à la fiche", href: census.answer(token) },
            { label: "Nous ne souhaitons pas figurer, ou n’existons plus", href: census.declaration(token) },
          ]
        : [],
      ...(own && !shut ? { reopening: census.answer(token) } : {}),
    };
  },
  onSubmit: takeSubmission,
};

/** The questionnaire of an organisation, at the same link as its card. */
export const questionnaireRoutes = answerRoutes(mount);
