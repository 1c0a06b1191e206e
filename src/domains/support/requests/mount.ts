import { type AnswerMount, answerRoutes } from "#domains/questionnaires/index.ts";
import { support } from "#paths/support.ts";
import { touchCourse } from "../courses/commands.state.ts";
import { findByAnswer } from "./queries.ts";

const mount: AnswerMount = {
  path: "/accompagnement/questions",
  async find(db, { answerId, token }) {
    const asked = await findByAnswer(db, answerId);
    if (!asked) return undefined; // another room's
    return {
      title: `Votre demande : ${asked.subject}`,
      lead: "Votre demande est reçue. Ces réponses nous aident à bien vous orienter.",
      ...(asked.withdrawn ? { closed: "Cette demande est close : nous ne prenons plus de réponse." } : {}),
      links: [{ label: "Suivre ma demande", href: support.follow(token) }],
    };
  },
  async onSubmit(db, { answerId, now }) {
    const asked = await findByAnswer(db, answerId);
    if (asked) await touchCourse(db, asked.course_id, now);
  },
};

/** The questions that the network adds to a request, at the same link as its page. */
export const questionRoutes = answerRoutes(mount);
