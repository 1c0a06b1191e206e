import { Hono } from "hono";
import { z } from "zod";
import { agenda } from "#paths/agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeAgenda } from "../access.ts";
import { addEvent, changeEvent } from "./commands.ts";
import { listOffer } from "./queries.offer.ts";
import { findEvent } from "./queries.ts";
import { readEvent, readNewEvent } from "./reading.ts";
import { copyOf, formOf } from "./texts.form.ts";
import { wordPlacesRefusal } from "./texts.places.ts";
import { EditEventPage, editTitle, NewEventPage, newTitle } from "./views.edit.tsx";

/** What was typed, as it is: the rooms below read it. */
export const typedIn = async (c: Request) => (await readForm(c, z.object({}))).typed;

/** Adding an event, and changing what is said of one. */
export const eventEntryRoutes = new Hono<AppEnv>()
  .get("/nouvel", may(writeAgenda), async (c) => {
    const db = c.get("db");
    const model = Number(c.req.query("modele")) || undefined;
    const typed = model
      ? copyOf(found(await findEvent(db, model)), { later: c.req.query("quand") === "an-prochain" })
      : { genre: c.req.query("genre") ?? "", annee_programme: c.req.query("programme") ?? "" };
    return c.render(<NewEventPage offer={await listOffer(db)} typed={typed} />, { title: newTitle });
  })
  .post("/nouvel", may(writeAgenda), async (c) => {
    const typed = await typedIn(c);
    const read = await readNewEvent(c.get("db"), typed, dayInParis(new Date()));
    if (!read.ok) return answer(c, 422, <NewEventPage {...read} />, { title: newTitle });
    const status = typed["ensuite"] === "brouillon" ? "draft" : "published";
    const to = await once(c, c.get("db"), authorOf(c), async (db) =>
      agenda.one(await addEvent(db, authorOf(c), read.entry, read.sessions, status)),
    );
    await leaveNotice(c, { text: sayAdded(read.entry.title, status, read.entry.visibility) });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeAgenda), async (c) => {
    const event = found(await findEvent(c.get("db"), idOf(c)));
    const offer = await listOffer(c.get("db"));
    return c.render(<EditEventPage event={event} offer={offer} typed={formOf(event)} />, {
      title: editTitle(event),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeAgenda), async (c) => {
    const db = c.get("db");
    const event = found(await findEvent(db, idOf(c)));
    const typed = await typedIn(c);
    const read = await readEvent(db, typed, dayInParis(new Date()), event.organisers);
    const version = Number(typed["version"]) || 0;
    const title = editTitle(event);
    if (!read.ok) return answer(c, 422, <EditEventPage event={{ ...event, version }} {...read} />, { title });
    const post = { config: c.get("config"), jobs: c.get("jobs") };
    const asked = { id: event.id, version, entry: read.entry, now: new Date() };
    const outcome = await changeEvent(db, authorOf(c), post, asked);
    if (!outcome.ok && outcome.refusal !== "changed_meanwhile") {
      const facts = { ...read, errors: wordPlacesRefusal(outcome, event.sessions) };
      return answer(c, 422, <EditEventPage event={{ ...event, version }} {...facts} />, { title });
    }
    if (!outcome.ok) {
      const saved = found(await findEvent(db, event.id));
      return answer(c, 409, <EditEventPage event={saved} mine={typed} {...read} />, {
        title: editTitle(saved),
      });
    }
    await leaveNotice(c, { text: `Modifications enregistrées.${sayPromoted(outcome.promoted)}` });
    return c.redirect(agenda.one(event.id), 303);
  });

const sayPromoted = (people: number) => {
  if (people === 0) return "";
  return people === 1
    ? " Une personne de la liste d’attente a désormais une place : une lettre le lui dit."
    : ` ${people} personnes de la liste d’attente ont désormais une place : une lettre le leur dit.`;
};

function sayAdded(title: string, status: "draft" | "published", visibility: "listed" | "internal") {
  if (status === "draft") return `« ${title} » est gardé en brouillon.`;
  return visibility === "listed"
    ? `« ${title} » est annoncé : il est sur le site.`
    : `« ${title} » est dans l’agenda de l’équipe.`;
}
