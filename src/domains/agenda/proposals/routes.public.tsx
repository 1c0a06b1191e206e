import { Hono } from "hono";
import { listSpokenFor } from "#domains/directory/index.ts";
import { agenda } from "#paths/agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readTyped, type Typed } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { isSignedIn } from "#platform/web/visitor.ts";
import { listOffer } from "../events/queries.offer.ts";
import { readNewEvent } from "../events/reading.ts";
import { typedIn } from "../events/routes.entry.tsx";
import { fileProposal, proveProposal } from "./commands.ts";
import { proposedFields, whoForm } from "./input.ts";
import { findByToken } from "./queries.ts";
import * as pages from "./views.public.tsx";

const tries = rateLimit({ count: 20, seconds: 600 });
const unlisted = true;

/** What a signed-in person need not type again. */
async function knownOf(c: Request): Promise<Typed> {
  const { accountId, name, email } = c.get("visitor");
  if (!accountId) return {};
  const [first] = await listSpokenFor(c.get("db"), accountId);
  return { votre_nom: name, votre_courriel: email, votre_organisation: first?.name ?? "" };
}

/** `/agenda/proposer`: an actor proposes its event, and proves its address by mail unless it is signed in. */
export const proposalPublicRoutes = new Hono<AppEnv>()
  .get("/agenda/proposer", may(anyone), async (c) => {
    const facts = { offer: await listOffer(c.get("replica")), known: isSignedIn(c.get("visitor")) };
    return c.render(<pages.ProposePage {...facts} typed={await knownOf(c)} />, {
      title: pages.proposeTitle,
      description: "Annoncez votre événement dans l’agenda du réseau : l’équipe le relit, puis il paraît.",
      form: true,
    });
  })
  .post("/agenda/proposer", may(anyone), tries, async (c) => {
    const typed = await typedIn(c);
    const known = isSignedIn(c.get("visitor"));
    const who = readTyped(typed, whoForm);
    const event = await readNewEvent(c.get("db"), proposedOf(typed), dayInParis(new Date()), {
      listed: true,
    });
    const dated = event.ok && event.sessions.length > 0;
    if (!who.ok || !event.ok || !dated) {
      const errors = {
        ...(event.ok
          ? dated
            ? {}
            : { debut: "Donnez la date : 6/1/27, ou lundi prochain." }
          : event.errors),
        ...(who.ok ? {} : who.errors),
      };
      const page = <pages.ProposePage {...event} errors={errors} typed={typed} known={known} />;
      return answer(c, 422, page, { title: pages.proposeTitle, form: true });
    }
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const to = await once(c, c.get("db"), authorOf(c), (db) =>
      fileProposal(db, authorOf(c), desk, event, who.value, new Date()),
    );
    return c.redirect(to, 303);
  })
  .get("/agenda/proposer/merci", may(anyone), (c) => {
    const read = c.req.query("lu") === "1";
    return c.render(<pages.SentPage read={read} />, {
      title: read ? pages.receivedTitle : pages.sentTitle,
      unlisted,
    });
  })
  .get("/agenda/proposer/:token", may(anyone), tries, async (c) => {
    const token = c.req.param("token");
    const proposal = await findByToken(c.get("db"), token, new Date());
    if (!proposal) return answer(c, 404, <pages.SpentPage />, { title: pages.spentTitle, unlisted });
    if (proposal.state !== "sent") return c.redirect(`${agenda.proposed()}?lu=1`, 303);
    const page = <pages.ProofPage name={proposal.name} title={proposal.title} token={token} />;
    return c.render(page, { title: pages.proofTitle, unlisted, form: true });
  })
  .post("/agenda/proposer/:token", may(anyone), tries, async (c) => {
    const done = await proveProposal(c.get("db"), authorOf(c), c.req.param("token"), new Date());
    if (!done) return answer(c, 404, <pages.SpentPage />, { title: pages.spentTitle, unlisted });
    return c.redirect(`${agenda.proposed()}?lu=1`, 303);
  });

/** What of the form is the actor’s to say; another’s agenda, held by the one who proposes. */
function proposedOf(typed: Typed): Typed {
  const said: Typed = Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) => proposedFields.some((one) => one === name) || name.startsWith("lieu-"),
    ),
  );
  const elsewhere = String(said["inscription_adresse"] ?? "").trim() !== "";
  return {
    ...said,
    relaye: "oui",
    organisateurs: typed["votre_organisation"] ?? "",
    inscription: elsewhere ? "elsewhere" : "none",
  };
}
