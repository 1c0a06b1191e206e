import { Hono } from "hono";
import { accounts } from "#paths/accounts.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { manageAccounts } from "../access.ts";
import { listInvitations } from "../invitations/queries.ts";
import { closeAccount, type Outcome, reopenAccount, resetSecondFactor, setRoles } from "./commands.ts";
import { rolesForm } from "./input.ts";
import { findPerson, listPeople } from "./queries.ts";
import { PeoplePage, PersonPage } from "./views.tsx";

const refusals = {
  "last-administrator":
    "Cette personne est la seule à administrer : donnez d’abord ce rôle à quelqu’un d’autre, puis recommencez.",
};

const person = async (c: Request) => found(await findPerson(c.get("db"), c.req.param("id") ?? ""));

/** `/gestion/comptes`: who comes in, and with what role. */
export const peopleRoutes = new Hono<AppEnv>()
  .get("/", may(manageAccounts), async (c) => {
    const db = c.get("db");
    const lists = { people: await listPeople(db), invitations: await listInvitations(db) };
    return c.render(<PeoplePage {...lists} now={new Date()} />, { title: "Comptes" });
  })
  .get("/:id{[0-9a-f-]{36}}", may(manageAccounts), async (c) => {
    const one = await person(c);
    return c.render(<PersonPage person={one} />, { title: one.name });
  })
  .post("/:id{[0-9a-f-]{36}}", may(manageAccounts), async (c) => {
    const one = await person(c);
    const read = await readForm(c, rolesForm);
    if (!read.ok)
      return answer(c, 422, <PersonPage person={one} errors={read.errors} />, { title: one.name });
    const outcome = await setRoles(c.get("db"), authorOf(c), one.id, read.value.roles);
    return done(c, outcome, `Les rôles de ${one.name} sont enregistrés.`);
  })
  .post("/:id{[0-9a-f-]{36}}/fermeture", may(manageAccounts), async (c) => {
    const one = await person(c);
    const outcome = await closeAccount(c.get("db"), authorOf(c), one.id, new Date());
    const undo = { action: accounts.reopen(one.id), label: "Le rouvrir" };
    return done(c, outcome, `Le compte de ${one.name} est fermé.`, undo);
  })
  .post("/:id{[0-9a-f-]{36}}/reouverture", may(manageAccounts), async (c) => {
    const one = await person(c);
    await reopenAccount(c.get("db"), authorOf(c), one.id);
    return done(c, { ok: true }, `Le compte de ${one.name} est rouvert.`);
  })
  .post("/:id{[0-9a-f-]{36}}/protection", may(manageAccounts), async (c) => {
    const one = await person(c);
    await resetSecondFactor(c.get("db"), authorOf(c), one.id);
    return done(c, { ok: true }, `${one.name} peut entrer par un lien et remettre une double vérification.`);
  });

async function done(c: Request, outcome: Outcome, text: string, undo?: { action: string; label: string }) {
  const one = await person(c);
  if (!outcome.ok) {
    const errors = { "": refusals[outcome.refusal] };
    return answer(c, 409, <PersonPage person={one} errors={errors} />, { title: one.name });
  }
  await leaveNotice(c, undo ? { text, undo } : { text });
  return c.redirect(accounts.one(one.id), 303);
}
