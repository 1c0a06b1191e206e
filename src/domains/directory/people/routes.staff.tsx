import { Hono } from "hono";
import { people } from "#paths/people.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { consentStaffRoutes } from "../consents/routes.staff.tsx";
import { countRequests } from "../personal/queries.ts";
import { handlePersonalData, readPeople, writePeople } from "./access.ts";
import { peopleColumns } from "./columns.ts";
import { archivePerson, linkAccount } from "./commands.ts";
import { accountForm, question } from "./input.ts";
import { everyPerson, listPeople } from "./queries.list.ts";
import { findAccountByEmail, findPerson, suggestPeople } from "./queries.ts";
import { personContactRoutes } from "./routes.contacts.tsx";
import { personEntryRoutes } from "./routes.entry.tsx";
import { personRoleRoutes } from "./routes.roles.tsx";
import { nameOf } from "./texts.ts";
import { listTitle, PeopleListPage } from "./views.list.tsx";
import { PersonPage } from "./views.record.tsx";

/** `/gestion/personnes`: the people through whom organisations act. */
export const peopleStaffRoutes = new Hono<AppEnv>()
  .get("/personnes", may(readPeople), async (c) => {
    const asked = readQuery(c, question);
    const mayWrite = writePeople.allows(c.get("visitor"));
    const [list, waiting] = await Promise.all([
      listPeople(c.get("db"), asked),
      mayWrite ? countRequests(c.get("db")) : 0,
    ]);
    const page = <PeopleListPage list={list} asked={asked} mayWrite={mayWrite} waiting={waiting} />;
    return c.render(page, { title: listTitle });
  })
  .on("GET", exportPaths("/personnes"), may(writePeople), (c) =>
    exportList(c, {
      name: "personnes",
      format: formatOf(c),
      columns: peopleColumns,
      rows: everyPerson(c.get("db"), readQuery(c, question)),
    }),
  )
  .get("/personnes/suggestions", may(readPeople), async (c) => {
    const lines = await suggestPeople(c.get("db"), (c.req.query("q") ?? "").slice(0, 200));
    return c.json(lines.map((line) => ({ name: nameOf(line) })));
  })
  .route("/personnes", personEntryRoutes)
  .get("/personnes/:id{[0-9]+}", may(readPeople), async (c) => {
    const person = found(await findPerson(c.get("db"), idOf(c)));
    const visitor = c.get("visitor");
    const mayWrite = writePeople.allows(visitor);
    const rights = { mayWrite, mayHandle: handlePersonalData.allows(visitor) };
    const account =
      mayWrite && !person.user_id ? await findAccountByEmail(c.get("db"), person.id) : undefined;
    return c.render(<PersonPage person={person} account={account} {...rights} />, { title: nameOf(person) });
  })
  .post("/personnes/:id{[0-9]+}/archive", may(writePeople), async (c) => {
    const person = found(await findPerson(c.get("db"), idOf(c)));
    await archivePerson(c.get("db"), authorOf(c), person.id, true);
    await leaveNotice(c, {
      text: `${nameOf(person)} : fiche archivée.`,
      undo: { action: people.restoration(person.id), label: "Annuler" },
    });
    return c.redirect(people.all(), 303);
  })
  .post("/personnes/:id{[0-9]+}/retablissement", may(writePeople), async (c) => {
    const person = found(await findPerson(c.get("db"), idOf(c)));
    await archivePerson(c.get("db"), authorOf(c), person.id, false);
    await leaveNotice(c, { text: `${nameOf(person)} est de nouveau parmi les personnes.` });
    return c.redirect(people.one(person.id), 303);
  })
  .post("/personnes/:id{[0-9]+}/compte", may(writePeople), async (c) => {
    const person = found(await findPerson(c.get("db"), idOf(c)));
    const read = await readForm(c, accountForm);
    const outcome = read.ok
      ? await linkAccount(c.get("db"), authorOf(c), person.id, read.value.compte)
      : undefined;
    await leaveNotice(c, {
      text: outcome?.ok
        ? `Le compte est relié à ${nameOf(person)}.`
        : "Ce compte n’a pas été relié : il est déjà celui d’une autre personne, ou cette personne en a un.",
    });
    return c.redirect(people.one(person.id), 303);
  })
  .route("/personnes/:id{[0-9]+}/coordonnees", personContactRoutes)
  .route("/personnes/:id{[0-9]+}/consentements", consentStaffRoutes)
  .route("/", personRoleRoutes);
