import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGrid } from "#ui/check-grid.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import type { BookedSession, Booking } from "../registrations/queries.event.ts";
import { nameOf, wordShortWhen } from "../registrations/texts.ts";
import { RegistrationsNav, trailTo } from "../registrations/views.nav.tsx";
import { type AttendanceQuestion, pageSize } from "./input.ts";
import type { AttendanceCounts, AttendanceRow } from "./queries.ts";
import { oneSession } from "./rules.ts";
import { Pages, Search, WalkIns } from "./views.fields.tsx";

export const attendanceTitle = ({ title }: { title: string }) => `Présences : ${title}`;

interface Props {
  booking: Booking;
  list: { rows: readonly AttendanceRow[]; total: number };
  counts: AttendanceCounts;
  asked: AttendanceQuestion;
  typed?: Typed;
  errors?: Errors;
  /** The session at which those who come now are. */
  today: number | undefined;
}

/** Who was there, on one screen: a row a person, a column a date. Every button of it keeps what is checked. */
export function AttendancePage({ booking, list, counts, asked, typed = {}, errors = {}, today }: Props) {
  const held = booking.sessions.filter(({ cancelled }) => !cancelled);
  const one = oneSession(booking, asked.date);
  const sessions = one ? [one] : held;
  const present = counts.sessions.find(({ session_id }) => session_id === one?.id)?.present;
  return (
    <>
      <PageHeader title={attendanceTitle(booking)} trail={trailTo(booking)}>
        <ButtonLink href={registrations.sheet(booking.id)} label="Feuille à signer (PDF)" kind="quiet" />
        <ButtonLink href={`${registrations.letters(booking.id)}?a=present`} label="Remercier" kind="quiet" />
      </PageHeader>
      <RegistrationsNav booking={booking} here="attendance" />
      {held.length > 1 ? <Seen counts={counts} /> : null}
      {held.length === 0 ? (
        <EmptyState title="Cet événement n’a pas encore de date">
          <p>Donnez-lui une date : les présences se notent date par date.</p>
        </EmptyState>
      ) : (
        <Form action={registrations.attendance(booking.id)} errors={errors} class="form form-wide attendance">
          <Hidden name="ici" value={String(asked.page ?? 1)} />
          {counts.expected > 0 ? (
            <>
              <Search sessions={held} asked={asked} />
              <Found total={list.total} present={present} asked={asked} one={one} />
              <Grid rows={list.rows} sessions={sessions} counts={counts} />
              <Pages page={asked.page ?? 1} total={list.total} size={pageSize} />
            </>
          ) : (
            <p>Personne n’est inscrit. Notez ci-dessous ceux qui viennent.</p>
          )}
          <WalkIns sessions={sessions} today={today} typed={typed} errors={errors} />
          <div class="buttons attendance-save">
            <Submit label="Enregistrer les présences" />
          </div>
          <p class="help">
            Dès qu’une personne est présente à une date, les autres inscrits y sont notés absents et le nombre
            de participants de la date devient celui des présents. Chercher ou changer de page enregistre
            aussi ce qui est coché. <kbd>Tab</kbd> passe d’une case à l’autre, <kbd>Espace</kbd> la coche,{" "}
            <kbd>Entrée</kbd> enregistre.
          </p>
        </Form>
      )}
    </>
  );
}

function Seen({ counts }: { counts: AttendanceCounts }) {
  const attendances = counts.sessions.reduce((sum, { present }) => sum + Number(present), 0);
  if (attendances === 0) return null;
  return (
    <Figures>
      <Figure
        value={formatNumber(counts.people)}
        label={counts.people < 2 ? "personne venue" : "personnes venues"}
        note="Chacune comptée une fois"
      />
      <Figure
        value={formatNumber(attendances)}
        label={attendances < 2 ? "présence" : "présences"}
        note="Date par date"
      />
    </Figures>
  );
}

/** How many are listed, and the one button that notes them all. */
function Found({
  total,
  present,
  asked,
  one,
}: {
  total: number;
  /** At the one date shown. */
  present: number | undefined;
  asked: AttendanceQuestion;
  one: BookedSession | undefined;
}) {
  if (total === 0)
    return <p>Personne ne répond à cette recherche. Effacez-la, ou notez la personne ci-dessous.</p>;
  const all = asked.q || asked.montrer ? `Noter ces ${formatNumber(total)} présents` : "Tous présents";
  return (
    <div class="attendance-found">
      <p>
        {plural(total, "personne")}
        {present && !asked.q && !asked.montrer ? `, dont ${plural(Number(present), "présente")}` : ""}
      </p>
      {one && asked.montrer !== "presents" ? (
        <Submit label={total === 1 ? "Noter présent" : all} kind="quiet" name="geste" value="tous" />
      ) : null}
    </div>
  );
}

function Grid({
  rows,
  sessions,
  counts,
}: {
  rows: readonly AttendanceRow[];
  sessions: readonly BookedSession[];
  counts: AttendanceCounts;
}) {
  if (rows.length === 0) return null;
  const present = new Map(counts.sessions.map((session) => [session.session_id, session.present]));
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
      totals={sessions.map(({ id }) => formatNumber(Number(present.get(id) ?? 0)))}
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
