import { Hono } from "hono";
import { agenda } from "#paths/agenda.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeAgenda } from "../access.ts";
import { findEvent } from "../events/queries.ts";
import { findTwins } from "../events/queries.twins.ts";
import { decideProposal } from "./commands.decide.ts";
import { decisionForm } from "./input.ts";
import { findProposal, listWaiting } from "./queries.ts";
import { blanks, type TakenField } from "./texts.ts";
import { ProposalPage, proposalTitle, WaitingPage, waitingTitle } from "./views.staff.tsx";

/** `/gestion/agenda/propositions`: what actors propose, accepted field by field, or refused with a word. */
export const proposalStaffRoutes = new Hono<AppEnv>()
  .get("/", may(writeAgenda), async (c) =>
    c.render(<WaitingPage waiting={await listWaiting(c.get("db"))} />, { title: waitingTitle }),
  )
  .get("/:id{[0-9]+}", may(writeAgenda), async (c) => {
    const facts = await readProposal(c);
    return c.render(<ProposalPage {...facts} />, { title: proposalTitle(facts.proposal) });
  })
  .post("/:id{[0-9]+}/decision", may(writeAgenda), async (c) => {
    const facts = await readProposal(c);
    const title = proposalTitle(facts.proposal);
    const read = await readForm(c, decisionForm);
    if (!read.ok) return answer(c, 422, <ProposalPage {...facts} {...read} />, { title });
    const { decision, mot, champs } = read.value;
    const accept = decision === "accepter";
    const fields = (Object.keys(blanks) as TakenField[]).filter((field) => champs.includes(field));
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const how = { accept, answer: mot, fields, now: new Date() };
    const done = await decideProposal(c.get("db"), authorOf(c), desk, facts.proposal.id, how);
    if (!done) return answer(c, 409, <ProposalPage {...(await readProposal(c))} />, { title });
    await leaveNotice(c, {
      text: accept
        ? "C’est annoncé, et la personne qui a proposé en est prévenue."
        : "C’est refusé, avec votre mot.",
    });
    return c.redirect(accept ? agenda.one(facts.event.id) : agenda.proposals(), 303);
  });

async function readProposal(c: Request) {
  const db = c.get("db");
  const proposal = found(await findProposal(db, idOf(c)));
  const event = found(await findEvent(db, proposal.event_id ?? 0));
  const day = event.sessions[0]?.starts_on ?? null;
  const twins = await findTwins(db, { title: event.title, day, except: event.id });
  return { proposal, event, twins };
}
