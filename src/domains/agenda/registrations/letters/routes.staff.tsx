import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { registrations } from "#paths/registrations.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, formOf, readForm, readQuery, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { findLastSigner } from "../../attendance/certificates/queries.ts";
import { keepRegistrations } from "../access.ts";
import { factsOf } from "../commands.places.ts";
import { writeJob } from "../job-name.ts";
import { type Booking, findBooking } from "../queries.event.ts";
import { listAnnouncements } from "../queries.list.ts";
import { addAnnouncement, hastenAnnouncement, withdrawAnnouncement } from "./commands.ts";
import { announcedLetter } from "./emails.tsx";
import { letterForm, letterQuestion } from "./input.ts";
import { countAudience } from "./queries.ts";
import { type Audience, audiences, delayMinutes } from "./rules.ts";
import { draftOf, kindFor } from "./texts.ts";
import { LettersPage, lettersTitle } from "./views.tsx";

const path = "/agenda/:event{[0-9]+}/lettres";

/** Writing to those of an event: read before it goes, taken back until it does. */
export const letterStaffRoutes = new Hono<AppEnv>()
  .get(path, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const { a } = readQuery(c, letterQuestion);
    const signer =
      (await findLastSigner(c.get("db"))) ?? (await findSettings(c.get("db"))).publication_director;
    const typed = { ...draftOf(a, booking.title), a, signataire: signer };
    return c.render(await draw(c, booking, a, typed), { title: lettersTitle(booking) });
  })
  .post(path, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const title = lettersTitle(booking);
    const read = await readForm(c, letterForm);
    const audience = audiences.find((one) => one === read.typed["a"]) ?? "all";
    if (!read.ok)
      return answer(c, 422, await draw(c, booking, audience, read.typed, { errors: read.errors }), { title });
    const form = read.value;
    if ((await formOf(c)).get("geste") !== "envoi") {
      const facts = await factsOf(c.get("db"), { config: c.get("config"), jobs: c.get("jobs") }, booking);
      const who = { id: 0, link: 1, given_name: "Awa", family_name: "Diop", session_id: null };
      const letter = { kind: "note", session_id: null, subject: form.objet, text: form.texte };
      const preview = announcedLetter(facts, who, letter, [
        ...(form.attestation
          ? [{ label: "Télécharger votre attestation (PDF)", href: "(le lien de chacun)" }]
          : []),
        ...(form.avis ? [{ label: "Donner votre avis, en deux minutes", href: "(le lien de chacun)" }] : []),
      ]);
      return answer(c, 422, await draw(c, booking, audience, read.typed, { preview }), { title });
    }
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addAnnouncement(db, authorOf(c), {
        eventId: booking.id,
        kind: kindFor(audience),
        audience,
        subject: form.objet,
        text: form.texte,
        certificate: audience === "present" && form.attestation === "oui",
        signer: form.signataire,
        satisfaction: audience === "present" && form.avis === "oui",
      });
      const startAfter = new Date(Date.now() + delayMinutes * 60_000 + 1000);
      await c.get("jobs").enqueue(db, writeJob, {}, { startAfter });
      return registrations.letters(booking.id);
    });
    await leaveNotice(c, { text: "La lettre part dans deux minutes : jusque-là, vous pouvez la retirer." });
    return c.redirect(to, 303);
  })
  .post(`${path}/:id{[0-9]+}/envoi`, may(keepRegistrations), async (c) => {
    const eventId = idOf(c, "event");
    const done = await hastenAnnouncement(c.get("db"), authorOf(c), c.get("jobs"), eventId, idOf(c));
    await leaveNotice(c, {
      text: done ? "La lettre part." : "La lettre est déjà partie, ou avait été retirée.",
    });
    return c.redirect(registrations.letters(eventId), 303);
  })
  .post(`${path}/:id{[0-9]+}/retrait`, may(keepRegistrations), async (c) => {
    const eventId = idOf(c, "event");
    const done = await withdrawAnnouncement(c.get("db"), authorOf(c), eventId, idOf(c));
    await leaveNotice(c, {
      text: done
        ? "La lettre ne partira pas."
        : "Trop tard : la lettre est partie, ou avait déjà été retirée.",
    });
    return c.redirect(registrations.letters(eventId), 303);
  });

async function bookingOf(c: Request): Promise<Booking> {
  return found(await findBooking(c.get("db"), idOf(c, "event")));
}

async function draw(
  c: Request,
  booking: Booking,
  audience: Audience,
  typed: Typed,
  said: { errors?: Errors; preview?: { subject: string; text: string } } = {},
) {
  const [counts, announcements] = await Promise.all([
    countAudience(c.get("db"), booking.id, audience, kindFor(audience)),
    listAnnouncements(c.get("db"), booking.id),
  ]);
  return <LettersPage {...{ booking, audience, counts, announcements, typed }} {...said} now={new Date()} />;
}
