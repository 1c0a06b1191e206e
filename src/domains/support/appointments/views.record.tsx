import { activities } from "#paths/activities.ts";
import { appointments } from "#paths/appointments.ts";
import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import { Lines } from "#ui/prose.tsx";
import type { CourseChoice } from "./queries.courses.ts";
import type { Appointment } from "./queries.ts";
import { modeLabels, modeOf, type RefusalCode, refusals, wordWhen } from "./texts.ts";
import { CourseSection, courseFact } from "./views.course.tsx";

export const upToWeek = [{ label: "Rendez-vous", href: appointments.week() }];

export const recordTitle = ({ subject }: Appointment) => subject;

interface RecordProps {
  appointment: Appointment;
  theme?: string | undefined;
  courses: readonly CourseChoice[];
  mayWrite: boolean;
  now: Date;
  errors?: Errors;
  typed?: Typed;
  refusal?: RefusalCode;
}

/** An appointment, as the team sees it. */
export function AppointmentPage(props: RecordProps) {
  const { appointment, theme, mayWrite, now, errors, typed, refusal } = props;
  const { id, state, meeting_id } = appointment;
  const booked = state === "booked";
  return (
    <>
      <PageHeader title={recordTitle(appointment)} trail={upToWeek}>
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
          ["Accompagnement", courseFact(appointment)],
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
      {mayWrite ? <CourseSection {...props} /> : null}
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
