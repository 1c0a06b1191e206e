import { registrations } from "#paths/registrations.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { QrCode } from "#ui/qr.tsx";
import { sessionsOf } from "./emails.tsx";
import type { Booking } from "./queries.event.ts";
import type { Registration } from "./queries.person.ts";
import { nameOf, stateWords, wordPrice, wordWhen, wordWhere } from "./texts.ts";
import { Asked } from "./views.asked.tsx";
import { PrivacyNotice } from "./views.form.tsx";

export const mineTitle = ({ title }: { title: string }) => `Votre inscription : ${title}`;

export interface Props {
  registration: Registration;
  booking: Booking;
  token: string;
  /** Nothing has begun yet: one may still change or cancel. */
  ahead: boolean;
  /** What the code opens at the entrance. */
  entrance: string;
  /** The organisations that the name typed may mean. */
  proposals: readonly { id: number; name: string }[];
  /** The links to what is asked, while it waits for an answer. */
  questions: string | undefined;
  satisfaction: string | undefined;
}

/** The registration of one person, by their own link. */
export function MinePage(props: Props) {
  const { registration, booking, token, ahead } = props;
  const active = registration.state !== "cancelled";
  return (
    <>
      <PageHeader title={mineTitle(booking)} lead={nameOf(registration)}>
        {active && ahead ? (
          <ButtonLink href={registrations.change(token)} label="Corriger" kind="quiet" />
        ) : null}
      </PageHeader>
      <State {...props} />
      <Asked {...props} />
      <Facts
        facts={[
          ["Dates", <Coming {...props} />],
          ["Prix", booking.price_cents > 0 ? <Paid {...props} /> : null],
          ["Organisation", registration.organisation_name ?? registration.organisation],
          ["Courriel", registration.email],
          ["Téléphone", registration.phone],
          ["Besoins", registration.needs],
          ["Accessibilité du lieu", booking.accessibility],
          ["Contact", booking.contact],
          [
            "Annuaire",
            registration.keep_contact ? "Vous nous avez demandé de garder vos coordonnées." : null,
          ],
        ]}
      />
      <Organisations {...props} />
      {registration.state === "confirmed" && ahead && !booking.cancelled ? <Entrance {...props} /> : null}
      {active && ahead ? (
        <section>
          <h2>{registration.state === "waiting" ? "Quitter la liste d’attente" : "Vous ne venez plus ?"}</h2>
          <p>
            {registration.state === "waiting"
              ? "Vous ne serez plus appelé si une place se libère."
              : "Votre place ira aussitôt à quelqu’un d’autre."}
          </p>
          <ActionForm
            action={registrations.cancellation(token)}
            label={registration.state === "waiting" ? "Quitter la liste" : "Annuler mon inscription"}
            kind="danger"
          />
        </section>
      ) : null}
      <section>
        <h2>Vos données</h2>
        <PrivacyNotice training={booking.training} />
      </section>
    </>
  );
}

function State({ registration, booking, token }: Props) {
  if (booking.cancelled)
    return (
      <Callout tone="warning">
        <p>
          <strong>Cet événement est annulé.</strong> {booking.cancelled_why}
        </p>
      </Callout>
    );
  if (registration.state === "cancelled")
    return (
      <Callout tone="warning">
        <p>
          Cette inscription est annulée
          {registration.cancelled_at ? ` depuis le ${formatInstant(registration.cancelled_at)}` : ""}
          {registration.cancelled_by === "staff" ? ", par l’équipe" : ""}.
        </p>
        <p>
          <a href={registrations.formEmbedded(booking.id)}>S’inscrire de nouveau</a>
        </p>
      </Callout>
    );
  if (registration.state === "waiting")
    return (
      <Callout>
        <p>
          <Tag label={stateWords["waiting"] ?? ""} tone="warning" /> Vous êtes en position{" "}
          <strong>{registration.place}</strong>. Si une place se libère et que votre tour vient, elle vous est
          donnée et nous vous l’écrivons : vous n’avez rien à faire.
        </p>
      </Callout>
    );
  return (
    <Callout tone="good">
      <p>
        <Tag label={stateWords["confirmed"] ?? ""} tone="good" />{" "}
        {registration.email ? `La confirmation part vers ${registration.email}.` : null}{" "}
        <a href={registrations.calendar(token)} data-turbo="false">
          Ajouter les dates à votre agenda
        </a>
      </p>
    </Callout>
  );
}

const Coming = ({ registration, booking }: Props) => {
  const coming = sessionsOf(booking, registration.session_id);
  if (coming.length === 0) return <>Aucune date n’est maintenue.</>;
  return (
    <ul>
      {coming.map((session) => (
        <li>
          {session.title ? `${session.title} : ` : ""}
          {wordWhen(session)}, {[wordWhere(session), session.address].filter(Boolean).join(", ")}
          {session.online_url && registration.state === "confirmed" ? (
            <>
              {" "}
              · <a href={session.online_url}>se connecter</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

const Paid = ({ registration, booking }: Props) => (
  <>
    {wordPrice(booking)} · {registration.paid_at ? "réglé" : "à régler"}
  </>
);

function Entrance({ entrance }: Props) {
  return (
    <section>
      <h2>À l’entrée</h2>
      <p>Montrez ce code à l’équipe, sur votre téléphone ou imprimé : votre présence est notée d’un geste.</p>
      <QrCode text={entrance} label="Code à présenter à l’entrée" />
    </section>
  );
}

function Organisations({ proposals, registration, token }: Props) {
  if (proposals.length === 0 || registration.state === "cancelled") return null;
  return (
    <Callout>
      <p>« {registration.organisation} » est-elle l’une de ces organisations de notre annuaire ?</p>
      <div class="buttons">
        {proposals.map(({ id, name }) => (
          <ActionForm action={registrations.organisation(token)} label={name} hidden={{ choix: id }} />
        ))}
      </div>
      <p class="help">Aucune ? Vous n’avez rien à faire.</p>
    </Callout>
  );
}
