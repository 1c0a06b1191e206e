import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeDirectory } from "../access.ts";
import { findOrganisation } from "../queries.ts";
import { addContactPoint, changeContactPoint, raiseContactPoint, removeContactPoint } from "./commands.ts";
import { contactForm } from "./input.ts";
import { ContactPage, contactTitle } from "./views.tsx";

/** The contact points of an organisation. */
export const contactStaffRoutes = new Hono<AppEnv>()
  .get("/", may(writeDirectory), async (c) => {
    const record = await theRecord(c);
    return c.render(<ContactPage record={record} />, { title: contactTitle(record) });
  })
  .post("/", may(writeDirectory), async (c) => {
    const record = await theRecord(c);
    const read = await readForm(c, contactForm);
    if (!read.ok)
      return answer(c, 422, <ContactPage record={record} {...read} />, { title: contactTitle(record) });
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addContactPoint(db, authorOf(c), record.id, read.value);
      return directory.one(record.id);
    });
    await leaveNotice(c, { text: "La coordonnée est ajoutée." });
    return c.redirect(to, 303);
  })
  .get("/:point{[0-9]+}", may(writeDirectory), async (c) => {
    const { record, point } = await thePoint(c);
    return c.render(<ContactPage record={record} point={point} />, { title: contactTitle(record, point) });
  })
  .post("/:point{[0-9]+}", may(writeDirectory), async (c) => {
    const { record, point } = await thePoint(c);
    const read = await readForm(c, contactForm);
    const title = contactTitle(record, point);
    if (!read.ok) return answer(c, 422, <ContactPage record={record} point={point} {...read} />, { title });
    await changeContactPoint(c.get("db"), authorOf(c), record.id, point.id, read.value);
    await leaveNotice(c, { text: "La coordonnée est enregistrée." });
    return c.redirect(directory.one(record.id), 303);
  })
  .post("/:point{[0-9]+}/ordre", may(writeDirectory), async (c) => {
    const { record, point } = await thePoint(c);
    await raiseContactPoint(c.get("db"), authorOf(c), record.id, point.id);
    await leaveNotice(c, { text: `« ${point.value} » est montée d’une place.` });
    return c.redirect(directory.one(record.id), 303);
  })
  .post("/:point{[0-9]+}/retrait", may(writeDirectory), async (c) => {
    const { record, point } = await thePoint(c);
    await removeContactPoint(c.get("db"), authorOf(c), record.id, point.id);
    await leaveNotice(c, { text: `La coordonnée « ${point.value} » est retirée.` });
    return c.redirect(directory.one(record.id), 303);
  });

const theRecord = async (c: Request) => found(await findOrganisation(c.get("db"), idOf(c)));

async function thePoint(c: Request) {
  const record = await theRecord(c);
  return { record, point: found(record.contacts.find((point) => point.id === idOf(c, "point"))) };
}
