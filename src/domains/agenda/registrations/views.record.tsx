import { directory } from "#paths/directory.ts";
import { office } from "#paths/office.ts";
import { people } from "#paths/people.ts";
import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Booking } from "./queries.event.ts";
import type { listLettersOf } from "./queries.list.ts";
import type { Registration } from "./queries.person.ts";
import { letterWords, nameOf, sourceWords, stateWords, wordPrice, wordWhen } from "./texts.ts";
import { Correction } from "./views.correction.tsx";
import { listTitle } from "./views.list.tsx";
import { trailTo } from "./views.nav.tsx";

export const recordTitle = (registration: Registration) => `Inscription de ${nameOf(registration)}`;

export interface Props {
  registration: Registration;
  booking: Booking;
  letters: Awaited<ReturnType<typeof listLettersOf>>;
  proposals: readonly { id: number; name: string }[];
  typed: Typed;
  errors?: Errors;
  overtaken?: boolean;
}

export const trailOf = (booking: Booking) => [
  ...trailTo(booking),
  { label: listTitle(booking), href: registrations.all(booking.id) },
];

/** One registration, for the team: what is known, what can be done, what was written. */
export function RegistrationPage(props: Props) {
  const { registration, booking, letters } = props;
  const at = [booking.id, registration.id] as const;
  const active = registration.state !== "cancelled";
  return (
    <>
      <PageHeader title={recordTitle(registration)} trail={trailOf(booking)}>
        {active ? (
          <ActionForm action={registrations.removal(...at)} label="Annuler l’inscription" kind="danger" />
        ) : (
          <ActionForm action={registrations.restoration(...at)} label="Rétablir" kind="primary" />
        )}
      </PageHeader>
      <Facts
        facts={[
          ["État", <State {...props} />],
          ["Date", <Date_ {...props} />],
          ["Origine", `${sourceWords[registration.source]}, le ${formatInstant(registration.created_at)}`],
          ["Paiement", booking.price_cents > 0 ? <Payment {...props} /> : null],
          ["Organisation", <Organisation {...props} />],
          ["Annuaire", <Joining {...props} />],
          [
            "Lien personnel",
            active ? (
              <>
                Dans ses lettres.{" "}
                <ActionForm
                  action={registrations.newLink(...at)}
                  label="Le remplacer"
                  of={nameOf(registration)}
                />
              </>
            ) : null,
          ],
        ]}
      />
      {registration.forgotten_at ? (
        <Callout>
          <p>
            Ce qui disait de qui il s’agissait a été effacé le {formatInstant(registration.forgotten_at)},
            après le délai annoncé ou à sa demande.
          </p>
        </Callout>
      ) : (
        <Correction {...props} />
      )}
      <h2>Lettres</h2>
      {letters.length === 0 ? (
        <p>Rien ne lui a été écrit.</p>
      ) : (
        <ul class="lines">
          {letters.map((line) => (
            <li>
              <p>
                {line.letter_id && line.subject ? (
                  <a href={office.letter(line.letter_id)}>{line.subject}</a>
                ) : (
                  letterWords(line.key)
                )}{" "}
                · {formatInstant(line.written_at)}
                {line.state === "failed" ? " · n’est pas partie" : ""}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const State = ({ registration, booking }: Props) => (
  <>
    {stateWords[registration.state]}
    {registration.state === "waiting" ? `, position ${registration.place}` : ""}
    {registration.promoted_at
      ? `, depuis la liste d’attente le ${formatInstant(registration.promoted_at)}`
      : ""}
    {registration.cancelled_at
      ? ` le ${formatInstant(registration.cancelled_at)} ${registration.cancelled_by === "person" ? "par la personne" : "par l’équipe"}`
      : ""}
    {registration.state === "waiting" && registration.place > 1 ? (
      <>
        {" "}
        <ActionForm action={registrations.head(booking.id, registration.id)} label="Faire passer en tête" />
      </>
    ) : null}
  </>
);

function Date_({ registration, booking }: Props) {
  if (booking.series) return <>Toutes les dates</>;
  const session = booking.sessions.find(({ id }) => id === registration.session_id);
  return <>{session ? wordWhen(session) : "Date supprimée"}</>;
}

function Payment({ registration, booking }: Props) {
  const at = [booking.id, registration.id] as const;
  if (registration.paid_at)
    return (
      <>
        {wordPrice(booking)}, réglé le {formatInstant(registration.paid_at)}
        {registration.paid_how ? `, ${registration.paid_how}` : ""}{" "}
        <ActionForm action={registrations.refund(...at)} label="Retirer ce paiement" />
      </>
    );
  return (
    <>
      <p>{wordPrice(booking)}, à régler</p>
      <Form action={registrations.payment(...at)} class="fact-form">
        <TextField name="moyen" label="Moyen" help="Chèque, virement, espèces…" required={false} />
        <Submit label="Noter le paiement" kind="quiet" />
      </Form>
    </>
  );
}

function Organisation({ registration }: Props) {
  const { organisation, organisation_id, organisation_name } = registration;
  if (organisation_id !== null) return <a href={directory.one(organisation_id)}>{organisation_name}</a>;
  return <span>{organisation ? `« ${organisation} », non reliée à l’annuaire` : "Aucune"}</span>;
}

function Joining({ registration, booking }: Props) {
  if (registration.person_id !== null)
    return <a href={people.one(registration.person_id)}>Sa fiche dans l’annuaire</a>;
  if (registration.forgotten_at) return null;
  return (
    <>
      <p>
        {registration.keep_contact
          ? "A demandé que ses coordonnées soient gardées."
          : "N’a pas demandé à y entrer : ne l’ajoutez que si vous en avez besoin pour l’accompagner, et dites-le-lui."}
      </p>
      <ActionForm
        action={registrations.joining(booking.id, registration.id)}
        label="Ajouter à l’annuaire"
        kind={registration.keep_contact ? "primary" : "quiet"}
      />
    </>
  );
}
