import { Hono } from "hono";
import { registrations } from "#paths/registrations.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { keepRegistrations } from "./access.ts";
import { changeRegistration, proposeOrganisations } from "./commands.change.ts";
import { staffChangeForm } from "./input.ts";
import { findBooking } from "./queries.event.ts";
import { listLettersOf } from "./queries.list.ts";
import { findRegistration } from "./queries.person.ts";
import { changesOf } from "./routes.person.tsx";
import { asTyped } from "./views.change.tsx";
import { RegistrationPage, recordTitle } from "./views.record.tsx";

const path = "/agenda/:event{[0-9]+}/inscriptions/:id{[0-9]+}";

/** One registration, for the team. */
export const registrationRecordRoutes = new Hono<AppEnv>()
  .get(path, may(keepRegistrations), async (c) => {
    const record = await openRecord(c);
    return c.render(recordPage(record), { title: record.title });
  })
  .post(path, may(keepRegistrations), async (c) => {
    const record = await openRecord(c);
    const { typed, ...read } = await readForm(c, staffChangeForm);
    if (!read.ok)
      return answer(c, 422, recordPage(record, { typed, errors: read.errors }), { title: record.title });
    const form = read.value;
    const outcome = await changeRegistration(
      c.get("db"),
      authorOf(c),
      c.get("config").secret,
      record.registration,
      {
        version: form.version,
        chosen: form.choix,
        changes: { ...changesOf(form), email: form.courriel },
      },
    );
    if (!outcome.ok && outcome.refusal === "taken") {
      const errors = { courriel: "Cette adresse est déjà celle d’une autre inscription à cet événement." };
      return answer(c, 422, recordPage(record, { typed, errors }), { title: record.title });
    }
    if (!outcome.ok) {
      const now = await openRecord(c);
      return answer(c, 409, recordPage(now, { typed, overtaken: true }), { title: now.title });
    }
    await leaveNotice(c, { text: "Inscription enregistrée." });
    return c.redirect(registrations.one(record.booking.id, record.registration.id), 303);
  });

/** All that the page of a registration shows; 404 when it is not of the event of the address. */
export async function openRecord(c: Request) {
  const db = c.get("db");
  const registration = found(await findRegistration(db, idOf(c)));
  if (registration.event_id !== idOf(c, "event")) throw new NotFound();
  const [booking, letters, proposals] = await Promise.all([
    findBooking(db, registration.event_id),
    listLettersOf(db, registration.id),
    proposeOrganisations(db, registration, { listed: false }),
  ]);
  return { registration, booking: found(booking), letters, proposals, title: recordTitle(registration) };
}

type Record_ = Awaited<ReturnType<typeof openRecord>>;

export const recordPage = (
  record: Record_,
  {
    typed = asTyped(record.registration),
    ...said
  }: { typed?: Typed; errors?: Errors; overtaken?: boolean } = {},
) => <RegistrationPage {...record} typed={typed} {...said} />;
