import { Hono } from "hono";
import { findPersonByAddress } from "#domains/directory/index.ts";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { idOf } from "#platform/web/page.ts";
import { readSupport, writeSupport } from "../access.ts";
import { addPerson, setPersonRemoved } from "../commands.people.ts";
import { openCourseOf, showCourse } from "../courses/page.tsx";
import { addDocument, removeDocument } from "./commands.documents.ts";
import { addTime, setTimeRemoved } from "./commands.ts";
import { documentForm, personForm, timeForm } from "./input.ts";
import { findDocument } from "./queries.ts";
import { readSentFile } from "./sent-file.ts";
import { serveDocument } from "./serve.ts";

/** What hangs on a course: time, people, documents. */
export const courseContentRoutes = new Hono<AppEnv>()
  .post("/:id{[0-9]+}/temps", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const now = new Date();
    const read = await readForm(c, timeForm(dayInParis(now)));
    if (!read.ok) return showCourse(c, course, read);
    const entry = { day: read.value.jour, minutes: read.value.temps, what: read.value.quoi };
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addTime(db, authorOf(c), course.id, entry, now);
      return support.one(course.id);
    });
    await leaveNotice(c, { text: "Le temps est noté." });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/temps/:entry{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const entry = idOf(c, "entry");
    await setTimeRemoved(c.get("db"), authorOf(c), course.id, entry, new Date());
    await leaveNotice(c, {
      text: "Ce temps est retiré.",
      undo: { action: support.timeRestoration(course.id, entry), label: "Le remettre" },
    });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/temps/:entry{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    await setTimeRemoved(c.get("db"), authorOf(c), course.id, idOf(c, "entry"), null);
    await leaveNotice(c, { text: "Ce temps est remis." });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/personnes", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, personForm);
    if (!read.ok) return showCourse(c, course, read);
    const { nom: name, fonction: title, courriel: email, telephone: phone } = read.value;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const personId = email ? await findPersonByAddress(db, email) : null;
      await addPerson(
        db,
        authorOf(c),
        { in: "course", id: course.id },
        { personId, name, title, email, phone },
      );
      return support.one(course.id);
    });
    await leaveNotice(c, { text: `${name} est de cet accompagnement.` });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/personnes/:person{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const of = { in: "course", id: course.id } as const;
    const person = idOf(c, "person");
    const name = found(await setPersonRemoved(c.get("db"), authorOf(c), of, person, new Date()));
    await leaveNotice(c, {
      text: `${name} n’est plus de cet accompagnement.`,
      undo: { action: support.personRestoration(course.id, person), label: "Annuler le retrait" },
    });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/personnes/:person{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const of = { in: "course", id: course.id } as const;
    const name = found(await setPersonRemoved(c.get("db"), authorOf(c), of, idOf(c, "person"), null));
    await leaveNotice(c, { text: `${name} est de nouveau de cet accompagnement.` });
    return c.redirect(support.one(course.id), 303);
  })
  .post("/:id{[0-9]+}/documents", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const read = await readForm(c, documentForm);
    const sent = await readSentFile(c, "document");
    if (!read.ok || "refusal" in sent) {
      const errors = {
        ...(read.ok ? {} : read.errors),
        ...("refusal" in sent ? { document: sent.refusal } : {}),
      };
      return showCourse(c, course, { errors, typed: { titre: "", ...read.typed } });
    }
    const document = { file: sent.file, title: read.value.titre, fromRequester: false };
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addDocument(db, authorOf(c), c.get("files"), course.id, document, new Date());
      return support.one(course.id);
    });
    await leaveNotice(c, { text: "Le document est ajouté." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/documents/:document{[0-9]+}", may(readSupport), async (c) => {
    const course = await openCourseOf(c);
    const document = found(await findDocument(c.get("db"), course.id, idOf(c, "document")));
    return serveDocument(c, document.file_id);
  })
  .post("/:id{[0-9]+}/documents/:document{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    await removeDocument(c.get("db"), authorOf(c), c.get("files"), course.id, idOf(c, "document"));
    await leaveNotice(c, { text: "Le document est retiré." });
    return c.redirect(support.one(course.id), 303);
  });
