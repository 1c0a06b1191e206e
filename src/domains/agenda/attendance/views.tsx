import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGrid } from "#ui/check-grid.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { ButtonLink, Callout, EmptyState, Figure, Figures, PageHeader, Tag } from "#ui/page.tsx";
import type { BookedSession, Booking } from "../registrations/queries.event.ts";
import type { Registration } from "../registrations/queries.person.ts";
import { nameOf, wordShortWhen, wordWhen } from "../registrations/texts.ts";
import { RegistrationsNav, trailTo } from "../registrations/views.nav.tsx";
import type { AttendanceRow } from "./queries.ts";

export const attendanceTitle = ({ title }: { title: string }) => `Présences : ${title}`;

interface Props {
  booking: Booking;
  rows: readonly AttendanceRow[];
  typed?: Typed;
  errors?: Errors;
  /** The session at which those who come now are. */
  today: number | undefined;
}

/** Who was there, on one screen: a row a person, a column a date. */
export function AttendancePage({ booking, rows, typed = {}, errors = {}, today }: Props) {
  const sessions = booking.sessions.filter(({ cancelled }) => !cancelled);
  const present = rows.filter((row) => row.present.length > 0).length;
  const attendances = rows.reduce((sum, row) => sum + row.present.length, 0);
  return (
    <>
      <PageHeader title={attendanceTitle(booking)} trail={trailTo(booking)}>
        <ButtonLink href={registrations.sheet(booking.id)} label="Feuille à signer (PDF)" kind="quiet" />
        <ButtonLink href={`${registrations.letters(booking.id)}?a=present`} label="Remercier" kind="quiet" />
      </PageHeader>
      <RegistrationsNav booking={booking} here="attendance" />
      {attendances > 0 ? (
        <Figures>
          <Figure
            value={formatNumber(present)}
            label={present < 2 ? "personne venue" : "personnes venues"}
            note="Chacune comptée une fois"
          />
          <Figure
            value={formatNumber(attendances)}
            label={attendances < 2 ? "présence" : "présences"}
            note="Date par date"
          />
        </Figures>
      ) : null}
      {sessions.length === 0 ? (
        <EmptyState title="Cet événement n’a pas encore de date">
          <p>Donnez-lui une date : les présences se notent date par date.</p>
        </EmptyState>
      ) : (
        <Form action={registrations.attendance(booking.id)} errors={errors} class="form form-wide">
          {rows.length > 0 ? (
            <Grid rows={rows} sessions={sessions} />
          ) : (
            <p>Personne n’est inscrit. Notez ci-dessous ceux qui viennent.</p>
          )}
          <WalkIns sessions={sessions} today={today} typed={typed} errors={errors} />
          <div class="buttons">
            <Submit label="Enregistrer les présences" />
          </div>
          <p class="help">
            Dès qu’une personne est présente à une date, les autres inscrits y sont notés absents et le nombre
            de participants de la date devient celui des présents. <kbd>Tab</kbd> passe d’une case à l’autre,{" "}
            <kbd>Espace</kbd> la coche, <kbd>Entrée</kbd> enregistre.
          </p>
        </Form>
      )}
    </>
  );
}

function Grid({ rows, sessions }: { rows: readonly AttendanceRow[]; sessions: readonly BookedSession[] }) {
  return (
    <CheckGrid
      caption="Présences, personne par personne et date par date"
      name="present"
      before="avant"
      first="Personne"
      columns={sessions.map((session) => ({
        label: wordShortWhen(session),
        ...(session.title ? { note: session.title } : {}),
      }))}
      totals={sessions.map(({ id }) => formatNumber(rows.filter((row) => row.present.includes(id)).length))}
      lines={rows.map((row) => ({
        heading: nameOf(row),
        name: nameOf(row),
        note: [
          row.organisation,
          row.source === "door" ? "sans inscription" : "",
          row.needs ? `besoins : ${row.needs}` : "",
        ]
          .filter(Boolean)
          .join(" · "),
        boxes: sessions.map(({ id }) =>
          row.session_id === null || row.session_id === id
            ? {
                value: `${row.id}-${id}`,
                checked: row.present.includes(id),
                ...(row.absent.includes(id) ? { tone: "absent" } : {}),
              }
            : undefined,
        ),
      }))}
    />
  );
}

function WalkIns({
  sessions,
  today,
  typed,
  errors,
}: {
  sessions: readonly BookedSession[];
  today: number | undefined;
  typed: Typed;
  errors: Errors;
}) {
  return (
    <fieldset class="form">
      <legend>Venus sans inscription</legend>
      <TextArea
        name="venus"
        label="Une personne par ligne"
        help="Awa Diop, Adice, awa@exemple.fr : le nom suffit. Ils ne prennent la place de personne."
        rows={2}
        required={false}
        typed={typed}
        errors={errors}
      />
      {sessions.length > 1 ? (
        <SelectField
          name="venus_le"
          label="Présents le"
          options={sessions.map((session) => ({ value: String(session.id), label: wordShortWhen(session) }))}
          value={today ?? sessions[0]?.id ?? ""}
          typed={typed}
          errors={errors}
        />
      ) : null}
    </fieldset>
  );
}

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
