import { Hono } from "hono";
import { agenda } from "#paths/agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeAgenda } from "../access.ts";
import {
  addSessions,
  cancelSession,
  changeSession,
  removeSession,
  restoreSession,
} from "./commands.sessions.ts";
import { notingOf } from "./noting.ts";
import { type EventRecord, findEvent, type SessionRecord } from "./queries.ts";
import { readSession } from "./reading.ts";
import { typedIn } from "./routes.entry.tsx";
import { wordExpected } from "./texts.places.ts";
import { entryOfSession, sessionAfter, sessionForm } from "./texts.session.ts";
import { wordWhen } from "./texts.ts";
import { EditSessionPage, editSessionTitle, NewSessionPage, newSessionTitle } from "./views.session.tsx";

const title = newSessionTitle;

/** The dates of an event: added, changed or moved, cancelled, deleted. */
export const eventSessionRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/sessions", may(writeAgenda), async (c) => {
    const event = found(await findEvent(c.get("db"), idOf(c)));
    const model = event.sessions.find(({ id }) => id === Number(c.req.query("modele")));
    return c.render(<NewSessionPage event={event} typed={model ? sessionAfter(model) : {}} />, { title });
  })
  .post("/:id{[0-9]+}/sessions", may(writeAgenda), async (c) => {
    const event = found(await findEvent(c.get("db"), idOf(c)));
    const typed = await typedIn(c);
    const read = await readSession(c.get("db"), typed, dayInParis(new Date()), event);
    if (!read.ok) return answer(c, 422, <NewSessionPage event={event} {...read} />, { title });
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addSessions(db, authorOf(c), event.id, [read.session]);
      return typed["ensuite"] === "autre" ? agenda.sessions(event.id) : agenda.one(event.id);
    });
    await leaveNotice(c, { text: "Date ajoutée." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/sessions/:session{[0-9]+}/journal", may(writeAgenda), async (c) => {
    const { event, session } = await foundSession(c);
    return c.redirect(await notingOf(c.get("db"), event, session), 303);
  })
  .get("/:id{[0-9]+}/sessions/:session{[0-9]+}", may(writeAgenda), async (c) => {
    const { event, session } = await foundSession(c);
    const typed = sessionForm(entryOfSession(session));
    const facts = { event, session, typed, announced: isAnnounced(event, session) };
    return c.render(<EditSessionPage {...facts} />, { title: editSessionTitle(session) });
  })
  .post("/:id{[0-9]+}/sessions/:session{[0-9]+}", may(writeAgenda), async (c) => {
    const { event, session } = await foundSession(c);
    const typed = await typedIn(c);
    const now = new Date();
    const read = await readSession(c.get("db"), typed, dayInParis(now), event);
    const seen = { ...session, version: Number(typed["version"]) || 0 };
    const facts = { event, announced: isAnnounced(event, session) };
    if (!read.ok)
      return answer(c, 422, <EditSessionPage {...facts} session={seen} {...read} />, {
        title: editSessionTitle(session),
      });
    const announce = typed["deplacee"] === "oui";
    const outcome = await changeSession(c.get("db"), authorOf(c), seen, read.session, { announce, now });
    if (!outcome.ok) {
      const saved = await foundSession(c);
      const page = <EditSessionPage {...facts} {...saved} mine={read.session} typed={typed} errors={{}} />;
      return answer(c, 409, page, { title: editSessionTitle(saved.session) });
    }
    await leaveNotice(c, { text: "Date enregistrée." });
    return c.redirect(agenda.one(event.id), 303);
  })
  .post("/:id{[0-9]+}/sessions/:session{[0-9]+}/annulation", may(writeAgenda), async (c) => {
    const { event, session } = await foundSession(c);
    await cancelSession(c.get("db"), authorOf(c), session.id, new Date());
    await leaveNotice(c, {
      text: `La date (${wordWhen(session)}) est annulée : elle reste dite, barrée.`,
      undo: { action: agenda.sessionReinstating(event.id, session.id), label: "Elle aura lieu" },
    });
    return c.redirect(agenda.one(event.id), 303);
  })
  .post("/:id{[0-9]+}/sessions/:session{[0-9]+}/maintien", may(writeAgenda), async (c) => {
    const { event, session } = await foundSession(c);
    await cancelSession(c.get("db"), authorOf(c), session.id, null);
    await leaveNotice(c, { text: "La date aura lieu." });
    return c.redirect(agenda.one(event.id), 303);
  })
  .post("/:id{[0-9]+}/sessions/:session{[0-9]+}/suppression", may(writeAgenda), async (c) => {
    const { event, session } = await foundSession(c);
    const asked = { id: session.id, eventId: event.id, now: new Date() };
    const outcome = await removeSession(c.get("db"), authorOf(c), asked);
    if (!outcome.ok) {
      await leaveNotice(c, { text: wordExpected(outcome.expected, "cette date") });
      return c.redirect(agenda.one(event.id), 303);
    }
    await leaveNotice(c, {
      text: `La date (${wordWhen(session)}) est supprimée.`,
      undo: { action: agenda.sessionRestoration(event.id, session.id), label: "Annuler la suppression" },
    });
    return c.redirect(agenda.one(event.id), 303);
  })
  .post("/:id{[0-9]+}/sessions/:session{[0-9]+}/retablissement", may(writeAgenda), async (c) => {
    const { event, session } = await foundSession(c);
    await restoreSession(c.get("db"), authorOf(c), session.id);
    await leaveNotice(c, { text: "La date est rétablie." });
    return c.redirect(agenda.one(event.id), 303);
  });

/** Whether people may have been told of this date: then a change of day is a move. */
const isAnnounced = (event: EventRecord, session: SessionRecord) =>
  event.status === "published" && session.starts_on >= dayInParis(new Date());

/** The event and the date of the address, or a 404. */
async function foundSession(c: Request) {
  const event = found(await findEvent(c.get("db"), idOf(c)));
  const session = found(event.sessions.find(({ id }) => id === idOf(c, "session")));
  return { event, session };
}
