import { Hono } from "hono";
import { z } from "zod";
import { findSettings } from "#domains/network/index.ts";
import { registrations } from "#paths/registrations.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, formOf, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { keepRegistrations } from "../../registrations/access.ts";
import { findBooking } from "../../registrations/queries.event.ts";
import { issueCertificates, revokeCertificate } from "./commands.ts";
import { findCertificate, findLastSigner, listCertificates, listUncertified } from "./queries.ts";
import { giveCertificate } from "./routes.public.tsx";
import { CertificatesPage, certificatesTitle } from "./views.staff.tsx";

const path = "/agenda/:event{[0-9]+}/attestations";

const issueForm = z.object({
  signataire: z.string().trim().max(200, "Le nom et la fonction tiennent en 200 caractères.").default(""),
});

/** The certificates of an event, for the team. */
export const certificateStaffRoutes = new Hono<AppEnv>()
  .get(path, may(keepRegistrations), async (c) => {
    const page = await pageOf(c);
    return c.render(page.draw({ signataire: await signerOf(c) }), { title: page.title });
  })
  .post(path, may(keepRegistrations), async (c) => {
    const read = await readForm(c, issueForm);
    const page = await pageOf(c);
    if (!read.ok) return answer(c, 422, page.draw(read.typed, read.errors), { title: page.title });
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const people = await listUncertified(db, page.booking.id);
      const how = { signer: read.value.signataire, now: new Date() };
      await issueCertificates(db, authorOf(c), page.booking, people, how);
      return registrations.certificates(page.booking.id);
    });
    await leaveNotice(c, { text: "Les attestations sont faites. Envoyez-les avec un mot de remerciement." });
    return c.redirect(to, 303);
  })
  .get(`${path}/:id{[0-9]+\\.pdf}`, may(keepRegistrations), async (c) => {
    return giveCertificate(c, found(await findCertificate(c.get("db"), idOf(c, "event"), idOf(c))));
  })
  .post(`${path}/:id{[0-9]+}/revocation`, may(keepRegistrations), async (c) => {
    const eventId = idOf(c, "event");
    const certificate = found(await findCertificate(c.get("db"), eventId, idOf(c)));
    const why = String((await formOf(c)).get(`raison-${certificate.id}`) ?? "")
      .trim()
      .slice(0, 500);
    await revokeCertificate(c.get("db"), authorOf(c), { id: certificate.id, eventId, why }, new Date());
    await leaveNotice(c, {
      text: `L’attestation de ${certificate.holder} est retirée : qui la vérifie le voit.`,
    });
    return c.redirect(registrations.certificates(eventId), 303);
  });

async function pageOf(c: Request) {
  const db = c.get("db");
  const booking = found(await findBooking(db, idOf(c, "event")));
  const [certificates, awaiting] = await Promise.all([
    listCertificates(db, booking.id),
    listUncertified(db, booking.id),
  ]);
  return {
    booking,
    title: certificatesTitle(booking),
    draw: (typed: Typed, errors?: Errors) => (
      <CertificatesPage
        {...{ booking, certificates, typed }}
        awaiting={awaiting.length}
        {...(errors ? { errors } : {})}
      />
    ),
  };
}

/** Who most likely signs: who did last, else who answers for what the network publishes. */
export async function signerOf(c: Request): Promise<string> {
  return (await findLastSigner(c.get("db"))) ?? (await findSettings(c.get("db"))).publication_director;
}
