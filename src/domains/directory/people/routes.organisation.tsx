import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { findName } from "../queries.name.ts";
import { readPeople, writePeople } from "./access.ts";
import { addRole } from "./commands.roles.ts";
import { addPerson } from "./commands.ts";
import { newRoleForm } from "./input.ts";
import { listPeopleOf } from "./queries.roles.ts";
import { findLikelyPeople, findPerson, suggestPeople } from "./queries.ts";
import { nameOf } from "./texts.ts";
import { AddToOrganisationPage, addToTitle } from "./views.add-to.tsx";
import { PeoplePanelPage, panelTitle } from "./views.panel.tsx";

/** `/gestion/annuaire/:id/personnes`: who acts for an organisation, and adding somebody. */
export const organisationPeopleRoutes = new Hono<AppEnv>()
  .get("/", may(readPeople), async (c) => {
    const organisation = found(await findName(c.get("db"), idOf(c)));
    const roles = await listPeopleOf(c.get("db"), organisation.id);
    const mayWrite = writePeople.allows(c.get("visitor"));
    return c.render(<PeoplePanelPage organisation={organisation} roles={roles} mayWrite={mayWrite} />, {
      title: panelTitle(organisation),
    });
  })
  .get("/nouvelle", may(writePeople), async (c) => {
    const db = c.get("db");
    const organisation = found(await findName(db, idOf(c)));
    const words = (c.req.query("q") ?? "").slice(0, 200);
    const facts = {
      organisation,
      words,
      typed: words ? splitName(words) : {},
      answering: words ? await suggestPeople(db, words) : [],
      picked: await findPicked(db, Number(c.req.query("personne"))),
    };
    return c.render(<AddToOrganisationPage {...facts} />, { title: addToTitle(organisation) });
  })
  .post("/nouvelle", may(writePeople), async (c) => {
    const db = c.get("db");
    const organisation = found(await findName(db, idOf(c)));
    const refuse = (facts: Omit<Parameters<typeof AddToOrganisationPage>[0], "organisation">) =>
      answer(c, 422, <AddToOrganisationPage organisation={organisation} {...facts} />, {
        title: addToTitle(organisation),
      });
    const read = await readForm(c, newRoleForm);
    const picked = await findPicked(db, Number(read.typed["personne"]));
    if (!read.ok) return refuse({ ...read, picked });
    const { prenom, nom, courriel, telephone, personne, autre, ...role } = read.value;
    const person = { given_name: prenom, family_name: nom, email: courriel, phone: telephone };
    if (personne) found(picked);
    const likely = picked || autre ? [] : await findLikelyPeople(db, person);
    if (likely.length > 0) return refuse({ typed: read.typed, likely });
    const to = await once(c, db, authorOf(c), async (db) => {
      const author = authorOf(c);
      const personId =
        picked?.id ??
        (await addPerson(db, author, { ...person, origin: `Fiche de ${organisation.name}`.slice(0, 300) }));
      await addRole(db, author, { personId, organisationId: organisation.id }, role);
      return directory.one(organisation.id);
    });
    await leaveNotice(c, { text: `${nameOf(picked ?? person)} agit pour ${organisation.name}.` });
    return c.redirect(to, 303);
  });

/** Who was picked among those known, unless they were erased. */
async function findPicked(db: Db, id: number) {
  const person = Number.isSafeInteger(id) && id > 0 ? await findPerson(db, id) : undefined;
  return person?.erased_at ? undefined : person;
}

/** A name looked for in vain is not typed twice: its first word is the given name. */
function splitName(words: string) {
  const [prenom = "", ...rest] = words.trim().split(/\s+/);
  return rest.length > 0 ? { prenom, nom: rest.join(" ") } : { nom: prenom };
}
