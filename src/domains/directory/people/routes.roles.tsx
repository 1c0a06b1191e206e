import { Hono } from "hono";
import { people } from "#paths/people.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { settleOrganisation } from "../matching/settle.ts";
import { readPeople, writePeople } from "./access.ts";
import { addRole, changeRole, chooseMainContact, endRole, reopenRole } from "./commands.roles.ts";
import { endForm, roleForm, roleOfPersonForm } from "./input.ts";
import { findRole } from "./queries.roles.ts";
import { findPerson } from "./queries.ts";
import { nameOf, refusals } from "./texts.ts";
import { AddRolePage, addRoleTitle, RolePage, roleTitle } from "./views.role.tsx";

/** The roles of people: given from the person's side, changed, ended, begun again. */
export const personRoleRoutes = new Hono<AppEnv>()
  .get("/personnes/:id{[0-9]+}/fonctions", may(writePeople), async (c) => {
    const person = await thePerson(c);
    return c.render(<AddRolePage person={person} typed={{}} />, { title: addRoleTitle(person) });
  })
  .post("/personnes/:id{[0-9]+}/fonctions", may(writePeople), async (c) => {
    const db = c.get("db");
    const person = await thePerson(c);
    const title = addRoleTitle(person);
    const read = await readForm(c, roleOfPersonForm);
    if (!read.ok) return answer(c, 422, <AddRolePage person={person} {...read} />, { title });
    const { organisation, choix, ...form } = read.value;
    const meant = await settleOrganisation(db, organisation, choix);
    if (!meant.ok)
      return answer(c, 422, <AddRolePage person={person} typed={read.typed} {...meant} />, { title });
    const to = await once(c, db, authorOf(c), async (db) => {
      await addRole(db, authorOf(c), { personId: person.id, organisationId: meant.id }, form);
      return people.one(person.id);
    });
    await leaveNotice(c, { text: `${nameOf(person)} a une fonction dans ${meant.name}.` });
    return c.redirect(to, 303);
  })
  .get("/fonctions/:id{[0-9]+}", may(readPeople), async (c) => {
    const role = found(await findRole(c.get("db"), idOf(c)));
    if (role.erased_at || !writePeople.allows(c.get("visitor")))
      return c.redirect(people.one(role.person_id), 303);
    return c.render(<RolePage role={role} />, { title: roleTitle(role) });
  })
  .post("/fonctions/:id{[0-9]+}", may(writePeople), async (c) => {
    const db = c.get("db");
    const role = await theRole(c);
    const title = roleTitle(role);
    const read = await readForm(c, roleForm);
    const version = Number(read.typed["version"]) || role.version;
    if (!read.ok) return answer(c, 422, <RolePage role={role} {...read} version={version} />, { title });
    const outcome = await changeRole(db, authorOf(c), role, version, read.value);
    if (!outcome.ok) return answer(c, 409, <RolePage role={role} typed={read.typed} conflict />, { title });
    await leaveNotice(c, { text: "La fonction est enregistrée." });
    return c.redirect(people.ofOrganisation(role.organisation_id), 303);
  })
  .post("/fonctions/:id{[0-9]+}/interlocuteur", may(writePeople), async (c) => {
    const role = await theRole(c);
    const chosen = await chooseMainContact(c.get("db"), authorOf(c), role);
    await leaveNotice(c, {
      text: chosen
        ? `${nameOf(role)} est l’interlocuteur principal de ${role.organisation}.`
        : "Cette fonction est finie : choisissez quelqu’un qui agit encore pour l’organisation.",
    });
    return c.redirect(people.ofOrganisation(role.organisation_id), 303);
  })
  .post("/fonctions/:id{[0-9]+}/fin", may(writePeople), async (c) => {
    const role = await theRole(c);
    const read = await readForm(c, endForm);
    if (!read.ok)
      return answer(c, 422, <RolePage role={role} errors={read.errors} />, { title: roleTitle(role) });
    const ended = await endRole(c.get("db"), authorOf(c), role.id, read.value.le ?? dayInParis(new Date()));
    if (ended === "dates")
      return answer(c, 422, <RolePage role={role} errors={{ jusqua: refusals.dates }} />, {
        title: roleTitle(role),
      });
    await leaveNotice(c, {
      text: `La fonction de ${nameOf(role)} dans ${role.organisation} est finie ; elle reste dans le passé.`,
      undo: { action: people.roleReopening(role.id), label: "Annuler" },
    });
    return c.redirect(people.ofOrganisation(role.organisation_id), 303);
  })
  .post("/fonctions/:id{[0-9]+}/reprise", may(writePeople), async (c) => {
    const role = await theRole(c);
    await reopenRole(c.get("db"), authorOf(c), role.id);
    await leaveNotice(c, { text: `${nameOf(role)} a de nouveau cette fonction.` });
    return c.redirect(people.ofOrganisation(role.organisation_id), 303);
  });

async function thePerson(c: Request) {
  const person = found(await findPerson(c.get("db"), idOf(c)));
  return found(person.erased_at ? undefined : person);
}

async function theRole(c: Request) {
  const role = found(await findRole(c.get("db"), idOf(c)));
  return found(role.erased_at ? undefined : role);
}
