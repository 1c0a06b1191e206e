import { registrations } from "#paths/registrations.ts";
import { ActionForm } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { Callout, PageHeader, Tag } from "#ui/page.tsx";
import type { BookedSession, Booking } from "../registrations/queries.event.ts";
import type { Registration } from "../registrations/queries.person.ts";
import { nameOf, wordWhen } from "../registrations/texts.ts";
import { trailTo } from "../registrations/views.nav.tsx";

export const entranceTitle = (registration: Registration) => `Entrée : ${nameOf(registration)}`;

/** What the code of a person opens on a phone of the team: one tap notes that they are there. */
export function EntrancePage({
  registration,
  booking,
  session,
  present,
}: {
  registration: Registration;
  booking: Booking;
  /** The session of the day; none when none is. */
  session: BookedSession | undefined;
  present: boolean;
}) {
  const at = [booking.id, registration.id] as const;
  return (
    <>
      <PageHeader title={entranceTitle(registration)} trail={trailTo(booking)} />
      {registration.organisation_name || registration.organisation ? (
        <p>{registration.organisation_name ?? registration.organisation}</p>
      ) : null}
      {registration.state !== "confirmed" ? (
        <Callout tone="bad">
          <p>
            {registration.state === "waiting"
              ? `Cette personne est en liste d’attente, en position ${registration.place} : elle n’a pas de place.`
              : "Cette inscription est annulée."}
          </p>
          <p>
            Elle entre quand même ?{" "}
            <a href={registrations.attendance(booking.id)}>Notez-la parmi les venus sans inscription</a>.
          </p>
        </Callout>
      ) : !session ? (
        <Callout tone="warning">
          <p>
            Aucune date de cet événement n’est aujourd’hui.{" "}
            <a href={registrations.attendance(booking.id)}>Noter sur la feuille</a>
          </p>
        </Callout>
      ) : present ? (
        <Callout tone="good">
          <p>
            <Tag label="Présence notée" tone="good" /> {wordWhen(session)}
          </p>
          <ActionForm action={registrations.entranceUndo(...at)} label="Ce n’est pas elle : annuler" />
        </Callout>
      ) : (
        <Callout>
          <p>{wordWhen(session)}</p>
          <ActionForm action={registrations.entrance(...at)} label="Noter sa présence" kind="primary" />
        </Callout>
      )}
      {registration.needs ? (
        <Callout tone="warning">
          <p>Besoins : {registration.needs}</p>
        </Callout>
      ) : null}
      {booking.price_cents > 0 ? <p>{registration.paid_at ? "Réglé." : "Pas encore réglé."}</p> : null}
      <p class="help">
        {plural(
          booking.pools.reduce((sum, { taken }) => sum + taken, 0),
          "personne attendue",
          "personnes attendues",
        )}
      </p>
    </>
  );
}
