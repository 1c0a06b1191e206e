import { Hono } from "hono";
import { projects } from "#paths/projects.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeProjects } from "./access.ts";
import { decideProposal } from "./commands.proposals.ts";
import { decisionForm } from "./input.ts";
import { listChoices } from "./queries.entry.ts";
import { findProposal, listWaiting } from "./queries.proposals.ts";
import { findProject } from "./queries.record.ts";
import { fields } from "./texts.form.ts";
import { WaitingPage, waitingTitle } from "./views.decision.tsx";
import { ProposalPage, proposalTitle } from "./views.proposal.tsx";

const refusals = {
  decided: "Un collègue a décidé de cette proposition avant vous.",
  stale: "Un collègue a modifié ce projet au même instant : relisez, puis décidez de nouveau.",
  unreadable:
    "Ce qui est proposé ne va plus avec ce qui est enregistré (une date, un pays…). Décochez un champ, ou modifiez d’abord la fiche.",
} as const;

/** What carriers propose, read by the team: accepted field by field, or refused with a word. */
export const projectDecisionRoutes = new Hono<AppEnv>()
  .get("/", may(writeProjects), async (c) =>
    c.render(<WaitingPage lines={await listWaiting(c.get("db"))} />, { title: waitingTitle }),
  )
  .get("/:id{[0-9]+}", may(writeProjects), async (c) => {
    const facts = await readProposal(c);
    return c.render(<ProposalPage {...facts} />, { title: proposalTitle(facts.proposal) });
  })
  .post("/:id{[0-9]+}/decision", may(writeProjects), async (c) => {
    const facts = await readProposal(c);
    const title = proposalTitle(facts.proposal);
    const read = await readForm(c, decisionForm);
    if (!read.ok) return answer(c, 422, <ProposalPage {...facts} {...read} />, { title });
    const { decision, mot, champs } = read.value;
    const accept = decision === "accepter";
    const services = { config: c.get("config"), jobs: c.get("jobs") };
    const chosen = fields.filter((field) => champs.includes(field) && field !== "notes");
    const outcome = await decideProposal(c.get("db"), authorOf(c), services, facts.proposal.id, {
      accept,
      answer: mot,
      fields: chosen,
      now: new Date(),
    });
    if (!outcome.ok) {
      const again = await readProposal(c);
      const errors = { "": refusals[outcome.refusal] };
      const status = outcome.refusal === "unreadable" ? 422 : 409;
      return answer(c, status, <ProposalPage {...again} typed={read.typed} errors={errors} />, { title });
    }
    await leaveNotice(c, {
      text: accept
        ? "C’est accepté, et la personne qui a proposé en est prévenue."
        : "C’est refusé, avec votre mot.",
    });
    return c.redirect(projects.waiting(), 303);
  });

async function readProposal(c: Request) {
  const db = c.get("db");
  const proposal = found(await findProposal(db, idOf(c)));
  const project = found(await findProject(db, proposal.project_id));
  return { proposal, project, words: await listChoices(db) };
}
