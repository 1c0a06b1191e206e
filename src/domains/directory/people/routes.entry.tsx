import { Hono } from "hono";
import { people } from "#paths/people.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writePeople } from "./access.ts";
import { addPerson, changePerson } from "./commands.ts";
import { newPersonForm, type PersonForm, personForm } from "./input.ts";
import { findAccount, findLikelyPeople, findPerson } from "./queries.ts";
import { nameOf } from "./texts.ts";
import { AddPersonPage, addTitle, EditPersonPage, editTitle } from "./views.form.tsx";

const factsOf = (form: Omit<PersonForm, "version">) => ({
  given_name: form.prenom,
  family_name: form.nom,
  language: form.langue,
  notes: form.notes,
  origin: form.origine,
  last_contact_on: form.contact,
});

/** Adding a person, and changing what is said of one. */
export const personEntryRoutes = new Hono<AppEnv>()
  .get("/nouvelle", may(writePeople), async (c) =>
    c.render(<AddPersonPage typed={await prefilled(c)} />, { title: addTitle }),
  )
  .post("/nouvelle", may(writePeople), async (c) => {
    const db = c.get("db");
    const read = await readForm(c, newPersonForm);
    if (!read.ok) return answer(c, 422, <AddPersonPage {...read} />, { title: addTitle });
    const { courriel, telephone, compte, ...form } = read.value;
    const facts = factsOf(form);
    const likely = form.autre ? [] : await findLikelyPeople(db, { ...facts, email: courriel });
    if (likely.length > 0)
      return answer(c, 422, <AddPersonPage typed={read.typed} likely={likely} />, { title: addTitle });
    const account = compte ? await findAccount(db, compte) : undefined;
    const to = await once(c, db, authorOf(c), async (db) =>
      people.one(
        await addPerson(db, authorOf(c), {
          ...facts,
          email: courriel,
          phone: telephone,
          user_id: account?.id,
        }),
      ),
    );
    await leaveNotice(c, { text: `${nameOf(facts)} est parmi les personnes.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writePeople), async (c) => {
    const person = found(await present(c));
    return c.render(<EditPersonPage person={person} />, { title: editTitle(person) });
  })
  .post("/:id{[0-9]+}/modifier", may(writePeople), async (c) => {
    const db = c.get("db");
    const person = found(await present(c));
    const page = { title: editTitle(person) };
    const read = await readForm(c, personForm);
    // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
    const version = Number(read.typed["version"]) || person.version;
    if (!read.ok) return answer(c, 422, <EditPersonPage person={person} {...read} version={version} />, page);
    const outcome = await changePerson(db, authorOf(c), person.id, version, factsOf(read.value));
    if (!outcome.ok)
      return answer(c, 409, <EditPersonPage person={person} typed={read.typed} conflict />, page);
    await leaveNotice(c, { text: "La fiche est enregistrée." });
    return c.redirect(people.one(person.id), 303);
  });

/** The person of the address, unless they were erased: nothing more is written of them. */
async function present(c: Request) {
  const person = await findPerson(c.get("db"), idOf(c));
  return person?.erased_at ? undefined : person;
}

/** What the address already says: a name looked for in vain, or the account for which a record is made. */
async function prefilled(c: Request): Promise<Typed> {
  const compte = c.req.query("compte") ?? "";
  const account = /^[0-9a-f-]{36}$/.test(compte) ? await findAccount(c.get("db"), compte) : undefined;
  if (!account) return { nom: c.req.query("nom") ?? "" };
  const [prenom = "", ...rest] = account.name.split(" ");
  return { prenom, nom: rest.join(" "), courriel: account.email, compte: account.id, origine: "Son compte" };
}
