import { appointments } from "#paths/appointments.ts";
import { tools } from "#paths/tools.ts";
import { formatInstant } from "#ui/format.ts";
import { modeLabels, modeOf, wordWhen } from "../appointments/texts.ts";
import type { Course } from "./course.ts";
import type { CoursePageProps } from "./views.record.tsx";

/** The appointments of the course that are to come, those that wait to be noted, and how one is booked. */
export function Coming({ course, mayWrite, bookingLink, now }: CoursePageProps) {
  const goesOn = mayWrite && course.stage !== "closed";
  if (course.coming.length === 0 && !goesOn) return null;
  return (
    <section id="rendez-vous">
      <h2>Rendez-vous</h2>
      {course.coming.length === 0 ? <p class="soft">Aucun n’est pris.</p> : null}
      <ul class="lines">
        {course.coming.map((appointment) => (
          <ComingLine appointment={appointment} mayWrite={mayWrite} now={now} />
        ))}
      </ul>
      {goesOn ? (
        <p>
          <a class="button button-quiet" href={appointments.addFor(course.id)}>
            Prendre rendez-vous
          </a>
        </p>
      ) : null}
      {goesOn && bookingLink ? (
        <p class="small">
          <span class="soft">Ou donnez ce lien : l’organisation choisit elle-même un créneau libre.</span>{" "}
          <a class="long" href={bookingLink}>
            {bookingLink}
          </a>
        </p>
      ) : null}
      {goesOn && !bookingLink ? (
        <p class="soft small">
          Quand la personne référente <a href={appointments.page()}>offre des créneaux</a>, un lien à donner à
          l’organisation se lit ici.
        </p>
      ) : null}
    </section>
  );
}

function ComingLine({
  appointment,
  mayWrite,
  now,
}: {
  appointment: Course["coming"][number];
  mayWrite: boolean;
  now: Date;
}) {
  const { id, host, name, place, mode } = appointment;
  const startsAt = new Date(appointment.starts_at);
  const held = startsAt <= now;
  return (
    <li>
      <a class="line-title" href={appointments.one(id)}>
        {wordWhen({ startsAt, endsAt: new Date(appointment.ends_at) })}
      </a>
      <p class="soft small">
        {[
          mayWrite && name ? `${name} avec ${host}` : `avec ${host}`,
          place || modeLabels[modeOf(mode)].toLowerCase(),
        ].join(" · ")}
      </p>
      {held && mayWrite ? (
        <p class="small">
          <a href={`${appointments.one(id)}#journal`}>À noter dans le journal</a>
        </p>
      ) : null}
    </li>
  );
}

/** The tools of the network filled for this course. */
export function Tools({ course, mayWrite }: CoursePageProps) {
  if (course.sheets.length === 0 && !mayWrite) return null;
  return (
    <section id="outils">
      <h2>Outils</h2>
      {course.sheets.length === 0 ? (
        <p class="soft">Aucun outil du réseau n’est encore rempli pour cet accompagnement.</p>
      ) : null}
      <ul class="lines">
        {course.sheets.map(({ id, title, tool, updated_at }) => (
          <li>
            <a class="line-title" href={tools.sheet(id)}>
              {title}
            </a>
            <p class="soft small">
              {tool} · {formatInstant(new Date(updated_at))} · <a href={tools.paper(id)}>imprimer</a>
            </p>
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <p>
          <a class="button button-quiet" href={tools.addFor({ course: course.id })}>
            Utiliser un outil
          </a>
        </p>
      ) : null}
    </section>
  );
}
