import { Hono } from "hono";
import { agenda } from "#paths/agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeTrainings } from "./access.ts";
import { addSession, addTraining, changeSession, changeTraining } from "./commands.ts";
import { sessionForm, trainingForm } from "./input.ts";
import { settleSession } from "./queries.entry.ts";
import { findTraining } from "./queries.ts";
import { entryOf, factsOf, sessionAsTyped, trainingAsTyped } from "./texts.form.ts";
import * as pages from "./views.entry.tsx";

/** Adding a training, its sessions, and changing them. */
export const trainingEntryRoutes = new Hono<AppEnv>()
  .get("/nouvelle", may(writeTrainings), (c) =>
    c.render(<pages.NewTrainingPage typed={{}} />, { title: pages.newTitle }),
  )
  .post("/nouvelle", may(writeTrainings), async (c) => {
    const training = await readForm(c, trainingForm);
    const session = await readSession(c);
    if (!training.ok || !session.ok) {
      const errors = { ...(training.ok ? {} : training.errors), ...(session.ok ? {} : session.errors) };
      const form = { ...session, errors, typed: training.typed };
      return answer(c, 422, <pages.NewTrainingPage {...form} />, { title: pages.newTitle });
    }
    const to = await once(c, c.get("db"), authorOf(c), async (db) =>
      agenda.one(await addTraining(db, authorOf(c), training.value, session.facts)),
    );
    await leaveNotice(c, { text: "Formation ajoutée." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeTrainings), async (c) => {
    const training = found(await findTraining(c.get("db"), idOf(c)));
    const typed = trainingAsTyped(entryOf(training));
    return c.render(<pages.EditTrainingPage training={training} typed={typed} />, {
      title: pages.editTitle(training),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeTrainings), async (c) => {
    const training = found(await findTraining(c.get("db"), idOf(c)));
    const read = await readForm(c, trainingForm);
    const title = pages.editTitle(training);
    const version = versionOf(read.typed);
    if (!read.ok) {
      const seen = { ...training, version };
      return answer(c, 422, <pages.EditTrainingPage training={seen} {...read} />, { title });
    }
    const outcome = await changeTraining(c.get("db"), authorOf(c), training.id, version, read.value);
    if (!outcome.ok) {
      const saved = found(await findTraining(c.get("db"), training.id));
      const page = (
        <pages.EditTrainingPage training={saved} mine={read.value} typed={read.typed} errors={{}} />
      );
      return answer(c, 409, page, { title });
    }
    await leaveNotice(c, { text: "Modifications enregistrées." });
    return c.redirect(agenda.one(training.id), 303);
  })
  .get("/:id{[0-9]+}/sessions", may(writeTrainings), async (c) => {
    const training = found(await findTraining(c.get("db"), idOf(c)));
    return c.render(<pages.NewSessionPage training={training} typed={{}} />, {
      title: pages.newSessionTitle,
    });
  })
  .post("/:id{[0-9]+}/sessions", may(writeTrainings), async (c) => {
    const training = found(await findTraining(c.get("db"), idOf(c)));
    const read = await readSession(c);
    if (!read.ok) {
      const page = <pages.NewSessionPage training={training} {...read} />;
      return answer(c, 422, page, { title: pages.newSessionTitle });
    }
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addSession(db, authorOf(c), training.id, read.facts);
      return agenda.one(training.id);
    });
    await leaveNotice(c, { text: "Session ajoutée." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/sessions/:session{[0-9]+}", may(writeTrainings), async (c) => {
    const { training, session } = await foundSession(c);
    const typed = sessionAsTyped(factsOf(session));
    return c.render(<pages.EditSessionPage training={training} session={session} typed={typed} />, {
      title: pages.editSessionTitle(session),
    });
  })
  .post("/:id{[0-9]+}/sessions/:session{[0-9]+}", may(writeTrainings), async (c) => {
    const { training, session } = await foundSession(c);
    const read = await readSession(c);
    const title = pages.editSessionTitle(session);
    const version = versionOf(read.typed);
    if (!read.ok) {
      const seen = { ...session, version };
      return answer(c, 422, <pages.EditSessionPage training={training} session={seen} {...read} />, {
        title,
      });
    }
    const outcome = await changeSession(c.get("db"), authorOf(c), session.id, version, read.facts);
    if (!outcome.ok) {
      const saved = await foundSession(c);
      const page = <pages.EditSessionPage {...saved} mine={read.facts} typed={read.typed} errors={{}} />;
      return answer(c, 409, page, { title });
    }
    await leaveNotice(c, { text: "Session enregistrée." });
    return c.redirect(agenda.one(training.id), 303);
  });

/** The version under the reader's eyes; a form that says none is late. */
const versionOf = (typed: Readonly<Record<string, unknown>>) => Number(typed["version"]) || 0;

/** The training and the session of the address, or a 404. */
export async function foundSession(c: Request) {
  const training = found(await findTraining(c.get("db"), idOf(c)));
  const session = found(training.sessions.find((one) => one.id === idOf(c, "session")));
  return { training, session };
}

/** The session sent, its place understood, or what the page needs to show it again. */
async function readSession(c: Request) {
  const read = await readForm(c, sessionForm(dayInParis(new Date())));
  if (!read.ok) return read;
  return { ...(await settleSession(c.get("db"), read.value, read.typed)), typed: read.typed };
}
