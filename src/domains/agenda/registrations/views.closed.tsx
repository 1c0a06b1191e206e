import { formatInstant } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Booking } from "./queries.event.ts";
import type { Opening } from "./rules.opening.ts";
import { wordClosed } from "./texts.ts";
import { trailTo } from "./views.form.tsx";

export const closedTitle = ({ title }: { title: string }) => `Inscriptions : ${title}`;

/** Why one cannot register, or not here. */
export function ClosedFormPage({ booking, opening }: { booking: Booking; opening: Opening }) {
  return (
    <>
      <PageHeader title={closedTitle(booking)} trail={trailTo(booking)} />
      <Callout tone={opening.is === "cancelled" ? "warning" : "info"}>
        <p>{wordClosed(opening, formatInstant)}</p>
        {opening.is === "cancelled" && booking.cancelled_why ? <p>{booking.cancelled_why}</p> : null}
        {opening.is === "elsewhere" ? (
          <p>
            <a href={booking.registration_url} rel="noopener">
              S’inscrire sur le site de l’organisateur
            </a>
          </p>
        ) : null}
      </Callout>
      {booking.contact ? <p>Une question ? {booking.contact}</p> : null}
    </>
  );
}

export const knownTitle = "Vous êtes déjà sur la liste";

/** Everyone named was there already: their link goes to their address, never on this page. */
export function KnownPage() {
  return (
    <>
      <PageHeader title={knownTitle} />
      <Callout>
        <p>
          Cette adresse est déjà inscrite : elle garde sa place, une seule. Le lien qui permet de voir, de
          changer ou d’annuler l’inscription vient d’y être envoyé de nouveau.
        </p>
        <p>
          Rien n’arrive ? Regardez parmi les indésirables : le lien est envoyé une fois par heure au plus.
        </p>
      </Callout>
    </>
  );
}
