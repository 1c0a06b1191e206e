import { Hono } from "hono";
import { matchOrganisations } from "#domains/directory/index.ts";
import { accounts } from "#paths/accounts.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { manageAccounts } from "../access.ts";
import { createInvitation, type InvitationOutcome, withdrawInvitation } from "./commands.ts";
import { invitationForm } from "./input.ts";
import { InvitePage } from "./views.tsx";

const facts = { title: "Inviter une personne" };

/** `/gestion/comptes/invitations`: letters that open accounts. */
export const invitationStaffRoutes = new Hono<AppEnv>()
  .get("/", may(manageAccounts), (c) => c.render(<InvitePage />, facts))
  .post("/", may(manageAccounts), async (c) => {
    const db = c.get("db");
    const again = (errors: Errors, typed: Typed, candidates?: readonly string[]) =>
      answer(c, 422, <InvitePage errors={errors} typed={typed} candidates={candidates} />, facts);
    const read = await readForm(c, invitationForm);
    if (!read.ok) return again(read.errors, read.typed);
    const { organisation, ...given } = read.value;
    const match = organisation ? (await matchOrganisations(db, [organisation])).get(organisation) : undefined;
    const sure = match && "sure" in match ? match.sure : undefined;
    if (organisation && !sure) {
      const names = match && "candidates" in match ? match.candidates.map(({ name }) => name) : [];
      return again({ organisation: "L’annuaire ne connaît pas ce nom exactement." }, read.typed, names);
    }
    const invitation = { ...given, organisationId: sure?.id, from: c.get("visitor").name, now: new Date() };
    const services = { config: c.get("config"), jobs: c.get("jobs") };
    let outcome: InvitationOutcome | undefined;
    const to = await once(c, db, authorOf(c), async (db) => {
      outcome = await createInvitation(db, authorOf(c), services, invitation);
      return outcome.ok ? accounts.all() : accounts.one(outcome.userId);
    });
    await leaveNotice(c, {
      text:
        outcome?.ok === false
          ? `Un compte existe déjà à l’adresse ${given.email} : donnez-lui ses rôles ici.`
          : `L’invitation de ${given.name} part à l’adresse ${given.email}.`,
    });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9a-f-]{36}}/retrait", may(manageAccounts), async (c) => {
    await withdrawInvitation(c.get("db"), authorOf(c), c.req.param("id"));
    await leaveNotice(c, { text: "L’invitation est retirée : son lien n’ouvre plus rien." });
    return c.redirect(accounts.all(), 303);
  });
