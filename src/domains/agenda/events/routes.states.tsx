import { Hono } from "hono";
import { z } from "zod";
import { agenda } from "#paths/agenda.ts";
import { inTransaction } from "#platform/db/index.ts";
import { putPicture } from "#platform/files/pictures.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { formOf, readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeAgenda } from "../access.ts";
import {
  cancelEvent,
  publishEvent,
  reinstateEvent,
  removeEvent,
  restoreEvent,
  setPicture,
  withdrawEvent,
} from "./commands.state.ts";
import { findEvent } from "./queries.ts";
import { wordExpected } from "./texts.places.ts";
import { CancelPage, cancelTitle, PicturePage, pictureTitle } from "./views.cancel.tsx";

const cancelForm = z.object({
  raison: z
    .string("Dites pourquoi, en une phrase.")
    .trim()
    .min(1, "Dites pourquoi, en une phrase : tout le monde la lira.")
    .max(2000, "La raison tient en 2 000 caractères."),
});

const pictureForm = z.object({
  texte: z
    .string()
    .trim()
    .min(1, "Dites ce que l’on voit, pour ceux qui ne voient pas l’image.")
    .max(500, "Ce texte tient en 500 caractères : dites l’essentiel."),
});

const target = async (c: Request) => found(await findEvent(c.get("db"), idOf(c)));

/** What an event becomes: announced, back to draft, cancelled, held after all, deleted; its picture. */
export const eventStateRoutes = new Hono<AppEnv>()
  .post("/:id{[0-9]+}/publication", may(writeAgenda), async (c) => {
    const { id, title } = await target(c);
    const done = await publishEvent(c.get("db"), authorOf(c), id);
    await leaveNotice(c, {
      text: `« ${title} » est annoncé.`,
      ...(done ? { undo: { action: agenda.withdrawal(id), label: "Remettre en brouillon" } } : {}),
    });
    return c.redirect(agenda.one(id), 303);
  })
  .post("/:id{[0-9]+}/brouillon", may(writeAgenda), async (c) => {
    const { id, title } = await target(c);
    const outcome = await withdrawEvent(c.get("db"), authorOf(c), id, new Date());
    if (!outcome.ok)
      await leaveNotice(c, { text: wordExpected(outcome.expected, "l’événement", "remis en brouillon") });
    else
      await leaveNotice(c, {
        text: `« ${title} » est en brouillon : il n’est plus sur le site.`,
        ...(outcome.changed
          ? { undo: { action: agenda.publication(id), label: "L’annoncer de nouveau" } }
          : {}),
      });
    return c.redirect(agenda.one(id), 303);
  })
  .get("/:id{[0-9]+}/annulation", may(writeAgenda), async (c) => {
    const event = await target(c);
    return c.render(<CancelPage event={event} />, { title: cancelTitle(event) });
  })
  .post("/:id{[0-9]+}/annulation", may(writeAgenda), async (c) => {
    const event = await target(c);
    const read = await readForm(c, cancelForm);
    if (!read.ok)
      return answer(c, 422, <CancelPage event={event} {...read} />, { title: cancelTitle(event) });
    const done = await cancelEvent(c.get("db"), authorOf(c), event.id, {
      why: read.value.raison,
      now: new Date(),
    });
    await leaveNotice(c, {
      text: done
        ? `« ${event.title} » est annulé, et le dit partout.`
        : `« ${event.title} » était déjà annulé.`,
      ...(done ? { undo: { action: agenda.reinstating(event.id), label: "Il aura lieu, finalement" } } : {}),
    });
    return c.redirect(agenda.one(event.id), 303);
  })
  .post("/:id{[0-9]+}/maintien", may(writeAgenda), async (c) => {
    const { id, title } = await target(c);
    await reinstateEvent(c.get("db"), authorOf(c), id);
    await leaveNotice(c, { text: `« ${title} » aura lieu.` });
    return c.redirect(agenda.one(id), 303);
  })
  .post("/:id{[0-9]+}/suppression", may(writeAgenda), async (c) => {
    const { id, title } = await target(c);
    const outcome = await removeEvent(c.get("db"), authorOf(c), id, new Date());
    if (!outcome.ok) {
      await leaveNotice(c, { text: wordExpected(outcome.expected, "l’événement") });
      return c.redirect(agenda.one(id), 303);
    }
    await leaveNotice(c, {
      text: `« ${title} » et ses dates sont supprimés.`,
      undo: { action: agenda.restoration(id), label: "Annuler la suppression" },
    });
    return c.redirect(agenda.all(), 303);
  })
  .post("/:id{[0-9]+}/retablissement", may(writeAgenda), async (c) => {
    const { id, title } = await target(c);
    await restoreEvent(c.get("db"), authorOf(c), id);
    await leaveNotice(c, { text: `« ${title} » est rétabli.` });
    return c.redirect(agenda.one(id), 303);
  })
  .get("/:id{[0-9]+}/image", may(writeAgenda), async (c) => {
    const event = await target(c);
    return c.render(<PicturePage event={event} />, { title: pictureTitle(event) });
  })
  .post("/:id{[0-9]+}/image", may(writeAgenda), async (c) => {
    const event = await target(c);
    const read = await readForm(c, pictureForm);
    const file = (await formOf(c)).get("image");
    const given = file instanceof File && file.size > 0 ? file : undefined;
    const again = (errors: Record<string, string>) =>
      answer(c, 422, <PicturePage event={event} typed={read.typed} errors={errors} />, {
        title: pictureTitle(event),
      });
    if (!read.ok || !given)
      return again({ ...(given ? {} : { image: "Choisissez une image." }), ...(read.ok ? {} : read.errors) });
    const bytes = new Uint8Array(await given.arrayBuffer());
    const outcome = await inTransaction(c.get("db"), authorOf(c), async (db) => {
      const made = await putPicture(c.get("files"), db, authorOf(c), { name: given.name, bytes });
      if (made.ok) await setPicture(db, authorOf(c), event.id, { fileId: made.id, text: read.value.texte });
      return made;
    });
    if (!outcome.ok) return again({ image: outcome.refusal });
    await leaveNotice(c, { text: "L’image est en place." });
    return c.redirect(agenda.one(event.id), 303);
  })
  .post("/:id{[0-9]+}/image/retrait", may(writeAgenda), async (c) => {
    const event = await target(c);
    await setPicture(c.get("db"), authorOf(c), event.id, null);
    await leaveNotice(c, { text: "L’image est retirée." });
    return c.redirect(agenda.one(event.id), 303);
  });
