import { Hono } from "hono";
import { registrations } from "#paths/registrations.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { keepRegistrations } from "./access.ts";
import { cancelRegistration, restoreRegistration } from "./commands.cancel.ts";
import { joinDirectory } from "./commands.joining.ts";
import { forgetPayment, moveBack, moveToHead, notePayment, renewLink } from "./commands.staff.ts";
import { paymentForm } from "./input.ts";
import { findBooking } from "./queries.event.ts";
import { openRecord, recordPage } from "./routes.record.tsx";
import { nameOf } from "./texts.ts";

const path = "/agenda/:event{[0-9]+}/inscriptions/:id{[0-9]+}";

/** What the team does to a registration in one click, each with its way back. */
export const registrationGestureRoutes = new Hono<AppEnv>()
  .post(`${path}/annulation`, may(keepRegistrations), async (c) => {
    const { eventId, id, name, post } = await named(c);
    const asked = { id, eventId, by: "staff" as const };
    const done = await cancelRegistration(c.get("db"), authorOf(c), post, asked, new Date());
    await leaveNotice(
      c,
      done
        ? {
            text: `L’inscription de ${name} est annulée, et cela lui est écrit.`,
            undo: { action: registrations.restoration(eventId, id), label: "Rétablir" },
          }
        : { text: `L’inscription de ${name} était déjà annulée.` },
    );
    return c.redirect(registrations.all(eventId), 303);
  })
  .post(`${path}/retablissement`, may(keepRegistrations), async (c) => {
    const { eventId, id, name, post } = await named(c);
    const outcome = await restoreRegistration(c.get("db"), authorOf(c), post, { id, eventId }, new Date());
    const text = outcome.ok
      ? outcome.state === "confirmed"
        ? `L’inscription de ${name} est rétablie, avec une place.`
        : `L’inscription de ${name} est rétablie en liste d’attente : sa place est prise.`
      : outcome.refusal === "registered_again"
        ? `${name} s’est inscrite de nouveau depuis : rien n’a changé.`
        : `L’inscription de ${name} n’était pas annulée.`;
    await leaveNotice(c, { text });
    return c.redirect(registrations.all(eventId), 303);
  })
  .post(`${path}/en-tete`, may(keepRegistrations), async (c) => {
    const { eventId, id, name } = await named(c);
    const before = await moveToHead(c.get("db"), authorOf(c), eventId, id);
    await leaveNotice(
      c,
      before === undefined
        ? { text: `${name} est déjà en tête, ou n’attend plus.` }
        : {
            text: `${name} aura la prochaine place.`,
            undo: { action: `${registrations.head(eventId, id)}/${before}`, label: "Annuler" },
          },
    );
    return c.redirect(`${registrations.all(eventId)}?etat=attente`, 303);
  })
  .post(`${path}/en-tete/:rank{[0-9]+}`, may(keepRegistrations), async (c) => {
    const { eventId, id } = await named(c);
    await moveBack(c.get("db"), authorOf(c), eventId, id, idOf(c, "rank"));
    return c.redirect(`${registrations.all(eventId)}?etat=attente`, 303);
  })
  .post(`${path}/paiement`, may(keepRegistrations), async (c) => {
    const { eventId, id, name } = await named(c);
    const read = await readForm(c, paymentForm);
    if (!read.ok) {
      const record = await openRecord(c);
      return answer(c, 422, recordPage(record, { errors: read.errors }), { title: record.title });
    }
    const done = await notePayment(
      c.get("db"),
      authorOf(c),
      { id, eventId, how: read.value.moyen },
      new Date(),
    );
    await leaveNotice(c, {
      text: done ? `Paiement de ${name} noté.` : `Le paiement de ${name} était déjà noté.`,
      ...(done ? { undo: { action: registrations.refund(eventId, id), label: "Annuler" } } : {}),
    });
    return c.redirect(registrations.all(eventId), 303);
  })
  .post(`${path}/paiement/retrait`, may(keepRegistrations), async (c) => {
    const { eventId, id, name } = await named(c);
    await forgetPayment(c.get("db"), authorOf(c), { id, eventId });
    await leaveNotice(c, { text: `Le paiement de ${name} est retiré.` });
    return c.redirect(registrations.all(eventId), 303);
  })
  .post(`${path}/annuaire`, may(keepRegistrations), async (c) => {
    const { eventId, id, name } = await named(c);
    const { title } = found(await findBooking(c.get("db"), eventId));
    const person = await joinDirectory(c.get("db"), authorOf(c), { id, eventId, title });
    const text = !person
      ? "Cette inscription ne dit plus de qui il s’agit."
      : person.added
        ? `${name} est dans l’annuaire.`
        : `${name} y était déjà, par son adresse : l’inscription lui est reliée.`;
    await leaveNotice(c, { text });
    return c.redirect(registrations.one(eventId, id), 303);
  })
  .post(`${path}/lien`, may(keepRegistrations), async (c) => {
    const { eventId, id } = await named(c);
    await renewLink(c.get("db"), authorOf(c), eventId, id);
    await leaveNotice(c, {
      text: "L’ancien lien n’ouvre plus rien. La prochaine lettre donnera le nouveau.",
    });
    return c.redirect(registrations.one(eventId, id), 303);
  });

async function named(c: Request) {
  const { registration, booking } = await openRecord(c);
  return {
    id: registration.id,
    eventId: booking.id,
    name: nameOf(registration),
    post: { config: c.get("config"), jobs: c.get("jobs") },
  };
}
