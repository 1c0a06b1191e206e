import { Hono } from "hono";
import { people } from "#paths/people.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { contactForm } from "../contacts/input.ts";
import { writePeople } from "./access.ts";
import { addPersonContact, changePersonContact, removePersonContact } from "./commands.contacts.ts";
import { findPerson } from "./queries.ts";
import { contactTitle, PersonContactPage } from "./views.contact.tsx";

/** How to reach a person. */
export const personContactRoutes = new Hono<AppEnv>()
  .get("/", may(writePeople), async (c) => {
    const person = await thePerson(c);
    return c.render(<PersonContactPage person={person} />, { title: contactTitle(person) });
  })
  .post("/", may(writePeople), async (c) => {
    const person = await thePerson(c);
    const read = await readForm(c, contactForm);
    if (!read.ok)
      return answer(c, 422, <PersonContactPage person={person} {...read} />, { title: contactTitle(person) });
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addPersonContact(db, authorOf(c), person.id, read.value);
      return people.one(person.id);
    });
    await leaveNotice(c, { text: "La coordonnée est ajoutée." });
    return c.redirect(to, 303);
  })
  .get("/:point{[0-9]+}", may(writePeople), async (c) => {
    const { person, point } = await thePoint(c);
    return c.render(<PersonContactPage person={person} point={point} />, {
      title: contactTitle(person, point),
    });
  })
  .post("/:point{[0-9]+}", may(writePeople), async (c) => {
    const { person, point } = await thePoint(c);
    const read = await readForm(c, contactForm);
    const title = contactTitle(person, point);
    if (!read.ok)
      return answer(c, 422, <PersonContactPage person={person} point={point} {...read} />, { title });
    await changePersonContact(c.get("db"), authorOf(c), person.id, point.id, read.value);
    await leaveNotice(c, { text: "La coordonnée est enregistrée." });
    return c.redirect(people.one(person.id), 303);
  })
  .post("/:point{[0-9]+}/retrait", may(writePeople), async (c) => {
    const { person, point } = await thePoint(c);
    await removePersonContact(c.get("db"), authorOf(c), person.id, point.id);
    await leaveNotice(c, { text: "La coordonnée est retirée." });
    return c.redirect(people.one(person.id), 303);
  });

/** The person of the address, unless they were erased. */
async function thePerson(c: Request) {
  const person = found(await findPerson(c.get("db"), idOf(c)));
  return found(person.erased_at ? undefined : person);
}

async function thePoint(c: Request) {
  const person = await thePerson(c);
  return { person, point: found(person.contacts.find((point) => point.id === idOf(c, "point"))) };
}
