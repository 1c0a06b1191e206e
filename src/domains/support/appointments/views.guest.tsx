import { appointments } from "#paths/appointments.ts";
import type { Errors } from "#platform/web/form.ts";
import { TextArea } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Offer } from "./queries.slots.ts";
import type { Appointment } from "./queries.ts";
import { modeLabels, modeOf, type RefusalCode, refusals, wordWhen } from "./texts.ts";
import { SlotField } from "./views.booking.tsx";

export const mineTitle = ({ host }: Appointment) => `Votre rendez-vous avec ${host}`;

const spanOf = ({ starts_at, ends_at }: Appointment) => ({ startsAt: starts_at, endsAt: ends_at });

/** What who booked sees by their link. */
export function MinePage({
  appointment,
  token,
  now,
  errors,
  refusal,
}: {
  appointment: Appointment;
  token: string;
  now: Date;
  errors?: Errors;
  refusal?: RefusalCode;
}) {
  const { state, mode, place, online_url } = appointment;
  const changeable = state === "booked" && appointment.starts_at > now;
  return (
    <>
      <PageHeader title={mineTitle(appointment)}>
        {changeable ? <ButtonLink href={appointments.mineMove(token)} label="Déplacer" kind="quiet" /> : null}
      </PageHeader>
      {refusal ? (
        <Callout tone="warning">
          <p>{refusals[refusal]}</p>
        </Callout>
      ) : null}
      {state === "cancelled" ? (
        <Callout tone="warning">
          <p>
            Ce rendez-vous est annulé
            {appointment.cancelled_at ? ` depuis le ${formatInstant(appointment.cancelled_at)}` : ""}.
            {appointment.cancelled_why ? ` Motif donné : ${appointment.cancelled_why}` : ""}
          </p>
          <p>
            <a href={appointments.slots(appointment.host_slug)}>Prendre un autre rendez-vous</a>
          </p>
        </Callout>
      ) : null}
      <Facts
        facts={[
          ["Quand", <strong>{wordWhen(spanOf(appointment))}</strong>],
          ["Comment", modeLabels[modeOf(mode)]],
          ["Lieu", place],
          ["Lien", online_url ? <a href={online_url}>{online_url}</a> : null],
          ["Sujet", appointment.subject],
          ["Au nom de", [appointment.name, appointment.organisation_typed].filter(Boolean).join(", ")],
        ]}
      />
      <p>
        <a href={appointments.mineFile(token)} data-turbo="false">
          {state === "cancelled"
            ? "Le retirer de mon agenda (fichier .ics)"
            : "Le mettre dans mon agenda (fichier .ics)"}
        </a>
      </p>
      {changeable ? (
        <section>
          <h2>Vous ne pouvez plus venir ?</h2>
          <Form action={appointments.mineCancellation(token)} errors={errors}>
            <TextArea
              name="motif"
              label="Un mot pour la personne qui vous attendait"
              rows={2}
              required={false}
              errors={errors}
            />
            <div class="buttons">
              <Submit label="Annuler le rendez-vous" kind="danger" />
            </div>
          </Form>
        </section>
      ) : null}
    </>
  );
}

export const moveTitle = "Déplacer le rendez-vous";

/** Choosing another slot of the same officer. */
export function MovePage({
  appointment,
  token,
  offers,
  errors,
}: {
  appointment: Appointment;
  token: string;
  offers: readonly Offer[];
  errors?: Errors;
}) {
  return (
    <>
      <PageHeader
        title={moveTitle}
        trail={[{ label: mineTitle(appointment), href: appointments.mine(token) }]}
        lead={`Il est prévu le ${wordWhen(spanOf(appointment))}.`}
      />
      {offers.length === 0 ? (
        <p>
          Aucun autre créneau n’est libre pour l’instant. Vous pouvez garder celui-ci, ou l’annuler depuis sa
          page.
        </p>
      ) : (
        <Form action={appointments.mineMove(token)} errors={errors}>
          <SlotField offers={offers} errors={errors} />
          <div class="buttons">
            <Submit label="Déplacer à ce créneau" />
            <a href={appointments.mine(token)}>Garder celui d’avant</a>
          </div>
        </Form>
      )}
    </>
  );
}
