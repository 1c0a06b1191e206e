import { activities } from "#paths/activities.ts";
import { appointments } from "#paths/appointments.ts";
import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import { Lines } from "#ui/prose.tsx";
import type { Host } from "./queries.hosts.ts";
import type { Appointment } from "./queries.ts";
import { modeLabels, modeOf, type RefusalCode, refusals, wordWhen } from "./texts.ts";
import { type OfficeChoice, WhereFields } from "./views.where.tsx";

const upToWeek = [{ label: "Rendez-vous", href: appointments.week() }];

export const recordTitle = ({ subject }: Appointment) => subject;

interface RecordProps {
  appointment: Appointment;
  theme?: string | undefined;
  mayWrite: boolean;
  now: Date;
  errors?: Errors;
  typed?: Typed;
  refusal?: RefusalCode;
}

/** An appointment, as the team sees it. */
export function AppointmentPage({ appointment, theme, mayWrite, now, errors, typed, refusal }: RecordProps) {
  const { id, state, meeting_id } = appointment;
  const booked = state === "booked";
  return (
    <>
      <PageHeader title={recordTitle(appointment)} trail={upToWeek}>
        {mayWrite && booked && !meeting_id ? (
          <ActionForm action={appointments.logging(id)} label="Noter dans le journal" kind="primary" />
        ) : null}
        {mayWrite && booked ? (
          <ButtonLink href={appointments.move(id)} label="Déplacer" kind="quiet" />
        ) : null}
      </PageHeader>
      {refusal ? (
        <Callout tone="warning">
          <p>{refusals[refusal]}</p>
        </Callout>
      ) : null}
      {booked ? null : (
        <Callout tone="warning">
          <p>
            Annulé {appointment.cancelled_by === "guest" ? "par la personne" : "par l’équipe"}
            {appointment.cancelled_at ? ` le ${formatInstant(appointment.cancelled_at)}` : ""}.
            {appointment.cancelled_why ? ` Motif : ${appointment.cancelled_why}` : ""}
          </p>
        </Callout>
      )}
      <Facts
        facts={[
          ["Quand", wordWhen({ startsAt: appointment.starts_at, endsAt: appointment.ends_at })],
          ["Avec", appointment.host],
          ["Comment", modeLabels[modeOf(appointment.mode)]],
          ["Lieu", appointment.place],
          [
            "Visioconférence",
            appointment.online_url ? <a href={appointment.online_url}>{appointment.online_url}</a> : null,
          ],
          ["Thème", theme],
          ["Qui vient", mayWrite ? appointment.name : null],
          [
            "Adresse électronique",
            mayWrite && appointment.email ? (
              <a href={`mailto:${appointment.email}`}>{appointment.email}</a>
            ) : null,
          ],
          ["Téléphone", mayWrite ? appointment.phone : null],
          ["Organisation", <Organisation appointment={appointment} />],
          ["Message", mayWrite && appointment.message ? <Lines text={appointment.message} /> : null],
          [
            "Pris",
            `${appointment.source === "link" ? "par la page publique" : "par l’équipe"}, le ${formatInstant(appointment.created_at)}`,
          ],
          ["Dans le journal", meeting_id ? <a href={activities.one(meeting_id)}>La réunion notée</a> : null],
          ["Effacé", appointment.erased_at ? "Le nom et l’adresse de la personne sont effacés." : null],
        ]}
      />
      <p>
        <a href={appointments.file(id)} data-turbo="false">
          Fichier pour mon agenda (.ics)
        </a>
      </p>
      {mayWrite ? (
        <section>
          <h2>Notes de l’équipe</h2>
          <Form action={appointments.notes(id)} errors={errors}>
            <Hidden name="version" value={String(appointment.version)} />
            <TextArea
              name="notes"
              label="Ce qui est à retenir"
              rows={4}
              required={false}
              value={appointment.notes}
              typed={typed}
              errors={errors}
              help="Lues par l’équipe seule ; elles suivent le rendez-vous dans le journal."
            />
            <div class="buttons">
              <Submit label="Enregistrer les notes" kind="quiet" />
            </div>
          </Form>
        </section>
      ) : null}
      {mayWrite && booked && appointment.starts_at > now ? (
        <section>
          <h2>Annuler</h2>
          <Form action={appointments.cancellation(id)}>
            <TextArea name="motif" label="Motif, donné à la personne" rows={2} required={false} />
            <div class="buttons">
              <Submit label="Annuler le rendez-vous" kind="danger" />
              <span class="help">
                {appointment.email
                  ? "La personne reçoit une lettre."
                  : "Aucune adresse n’est connue : prévenez la personne."}
              </span>
            </div>
          </Form>
        </section>
      ) : null}
    </>
  );
}

function Organisation({
  appointment: { organisation_id, organisation, organisation_typed },
}: {
  appointment: Appointment;
}) {
  if (organisation_id)
    return <a href={directory.one(organisation_id)}>{organisation ?? organisation_typed}</a>;
  return (
    <>
      {organisation_typed
        ? `${organisation_typed} (absente de l’annuaire, ou pas trouvée sûrement)`
        : "Aucune n’est nommée."}
    </>
  );
}

interface FormProps {
  typed: Typed;
  errors?: Errors;
  offices: readonly OfficeChoice[];
}

const WhenFields = ({ typed, errors }: Pick<FormProps, "typed" | "errors">) => (
  <div class="field-row">
    <TextField
      name="date"
      label="Date"
      typed={typed}
      errors={errors}
      required
      autocomplete="off"
      help="6/1/2026, demain, lundi prochain…"
    />
    <TextField
      name="heure"
      label="Heure"
      typed={typed}
      errors={errors}
      required
      autocomplete="off"
      help="9h ou 9h30"
    />
    <TextField
      name="duree"
      label="Durée"
      typed={typed}
      errors={errors}
      required
      autocomplete="off"
      help="45 min ou 1h"
    />
  </div>
);

export const addTitle = "Ajouter un rendez-vous";

/** One that the team adds by hand: taken by telephone, at a counter. */
export function AddPage({
  hosts,
  themes,
  ...form
}: FormProps & {
  hosts: readonly Pick<Host, "id" | "name">[];
  themes: readonly { id: number; label: string }[];
}) {
  const field = { typed: form.typed, errors: form.errors };
  return (
    <>
      <PageHeader title={addTitle} trail={upToWeek} />
      <Form action={appointments.add()} errors={form.errors} behaviour="quick-save" once>
        <TextField {...field} name="sujet" label="Sujet" required autocomplete="off" />
        <SelectField
          {...field}
          name="avec"
          label="Qui reçoit"
          required
          options={hosts.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <WhenFields {...field} />
        <WhereFields {...form} />
        <div class="field-row">
          <TextField {...field} name="nom" label="Qui vient" required={false} autocomplete="off" />
          <TextField
            {...field}
            name="organisation"
            label="Organisation"
            required={false}
            autocomplete="off"
            help="Retrouvée dans l’annuaire quand son nom y est."
          />
        </div>
        <div class="field-row">
          <TextField
            {...field}
            name="courriel"
            label="Adresse électronique"
            type="email"
            required={false}
            autocomplete="off"
          />
          <TextField
            {...field}
            name="telephone"
            label="Téléphone"
            type="tel"
            required={false}
            autocomplete="off"
          />
        </div>
        <CheckboxField
          name="ecrire"
          label="Lui écrire la confirmation, avec le lien pour déplacer ou annuler"
          checked={form.typed["ecrire"] === "oui"}
        />
        <SelectField
          {...field}
          name="theme"
          label="Thème"
          required={false}
          empty="Aucun"
          options={themes.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <TextArea
          {...field}
          name="message"
          label="Ce qu’il est bon de savoir avant"
          rows={3}
          required={false}
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={appointments.week()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

export const placeTitle = ({ subject }: Appointment) => `Déplacer « ${subject} »`;

/** Moving an appointment, to any time that is not taken. */
export function PlacePage({ appointment, ...form }: FormProps & { appointment: Appointment }) {
  return (
    <>
      <PageHeader
        title={placeTitle(appointment)}
        trail={[...upToWeek, { label: appointment.subject, href: appointments.one(appointment.id) }]}
        lead={`Prévu le ${wordWhen({ startsAt: appointment.starts_at, endsAt: appointment.ends_at })}. ${appointment.email ? "La personne recevra une lettre." : ""}`}
      />
      <Form action={appointments.move(appointment.id)} errors={form.errors}>
        <Hidden name="version" value={String(appointment.version)} />
        <WhenFields {...form} />
        <WhereFields {...form} />
        <div class="buttons">
          <Submit label="Déplacer" />
          <a href={appointments.one(appointment.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
