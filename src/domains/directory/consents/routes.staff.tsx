import { Readable } from "node:stream";
import { Hono } from "hono";
import { termOptions } from "#domains/vocabularies/index.ts";
import { people } from "#paths/people.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { formOf, readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writePeople } from "../people/access.ts";
import { findPerson } from "../people/queries.ts";
import { noteConsent } from "./commands.ts";
import { consentForm } from "./input.ts";
import { findProof } from "./queries.ts";
import { ConsentPage, consentTitle } from "./views.tsx";

/** What a person agrees to: noting it, and its proof. */
export const consentStaffRoutes = new Hono<AppEnv>()
  .get("/", may(writePeople), async (c) => {
    const person = await thePerson(c);
    const purposes = await termOptions(c.get("db"), "consent_purposes");
    return c.render(<ConsentPage person={person} purposes={purposes} />, { title: consentTitle(person) });
  })
  .post("/", may(writePeople), async (c) => {
    const db = c.get("db");
    const person = await thePerson(c);
    const purposes = await termOptions(db, "consent_purposes");
    const form = consentForm(
      purposes.map(({ value }) => Number(value)),
      new Date(),
    );
    const read = await readForm(c, form);
    if (!read.ok)
      return answer(c, 422, <ConsentPage person={person} purposes={purposes} {...read} />, {
        title: consentTitle(person),
      });
    const given = (await formOf(c)).get("fichier");
    const file = given instanceof File && given.size > 0 ? given : undefined;
    const to = await once(c, db, authorOf(c), async (db) => {
      await noteConsent(db, authorOf(c), c.get("files"), person.id, read.value, file);
      return people.one(person.id);
    });
    await leaveNotice(c, { text: "C’est noté dans ses consentements." });
    return c.redirect(to, 303);
  })
  .get("/:consent{[0-9]+}/preuve", may(writePeople), async (c) => {
    const proof = found(await findProof(c.get("db"), idOf(c), idOf(c, "consent")));
    const { body, file } = await c.get("files").open(c.get("db"), proof.file_id);
    return c.body(Readable.toWeb(body) as ReadableStream, 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Cache-Control": "no-store",
    });
  });

async function thePerson(c: Request) {
  const person = found(await findPerson(c.get("db"), idOf(c)));
  return found(person.erased_at ? undefined : person);
}
