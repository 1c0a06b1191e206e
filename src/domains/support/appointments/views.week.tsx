import { appointments } from "#paths/appointments.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays, type Day } from "#platform/dates.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatFullDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { Host } from "./queries.hosts.ts";
import type { Appointment } from "./queries.ts";
import { wordPlace, wordTime } from "./texts.ts";

interface Week {
  monday: Day;
  /** Whose; undefined: everyone's. */
  host?: Host | undefined;
  hosts: readonly Host[];
  list: readonly Appointment[];
  mayWrite: boolean;
  now: Date;
}

export const weekTitle = ({ monday, host }: Pick<Week, "monday" | "host">) =>
  `Rendez-vous${host ? ` de ${host.name}` : ""}, semaine du ${formatDay(monday)}`;

/** The appointments of a week, day by day. */
export function WeekPage(week: Week) {
  const { monday, host, hosts, list, mayWrite } = week;
  const query = { de: host?.id ?? "tous" };
  const days = Map.groupBy(list, ({ starts_at }) => clockAt(starts_at).day);
  const at = (day: Day) => withQuery(appointments.week(), { ...query, semaine: day });
  return (
    <>
      <PageHeader title={weekTitle(week)} lead={<Whose hosts={hosts} host={host} monday={monday} />}>
        {mayWrite ? (
          <>
            <ButtonLink href={appointments.add()} label="Ajouter un rendez-vous" accesskey="n" />
            <ButtonLink href={appointments.page()} label="Mes créneaux" kind="quiet" />
          </>
        ) : null}
      </PageHeader>
      <nav class="years" aria-label="Semaines">
        <a href={at(addDays(monday, -7))} rel="prev">
          ← Semaine d’avant
        </a>{" "}
        <a href={withQuery(appointments.week(), query)}>Cette semaine</a>{" "}
        <a href={at(addDays(monday, 7))} rel="next">
          Semaine d’après →
        </a>
      </nav>
      {days.size === 0 ? (
        <EmptyState title="Aucun rendez-vous cette semaine">
          <p>
            Ceux que l’on prend par votre page viennent ici d’eux-mêmes.
            {mayWrite ? " Vous pouvez aussi en ajouter un." : ""}
          </p>
        </EmptyState>
      ) : (
        [...days].map(([day, ones]) => (
          <section>
            <h2>{formatFullDay(day)}</h2>
            <ul class="lines">
              {ones.map((appointment) => (
                <Line
                  appointment={appointment}
                  several={host === undefined}
                  mayWrite={mayWrite}
                  now={week.now}
                />
              ))}
            </ul>
          </section>
        ))
      )}
      <p>
        <a href={appointments.all()}>Tous les rendez-vous</a>
      </p>
    </>
  );
}

function Whose({ hosts, host, monday }: Pick<Week, "hosts" | "host" | "monday">) {
  if (hosts.length < 2) return null;
  const link = (value: number | string, label: string, current: boolean) => (
    <a
      href={withQuery(appointments.week(), { semaine: monday, de: value })}
      aria-current={current ? "true" : undefined}
    >
      {label}
    </a>
  );
  return (
    <nav class="years" aria-label="De qui">
      {link("tous", "Toute l’équipe", host === undefined)}{" "}
      {hosts.map((one) => (
        <>{link(one.id, one.name, one.id === host?.id)} </>
      ))}
    </nav>
  );
}

function Line({
  appointment,
  several,
  mayWrite,
  now,
}: {
  appointment: Appointment;
  several: boolean;
  mayWrite: boolean;
  now: Date;
}) {
  const { id, state, subject, meeting_id } = appointment;
  const over = appointment.ends_at <= now;
  return (
    <li class="appointment">
      <p class="line-title">
        {wordTime(appointment.starts_at)}–{wordTime(appointment.ends_at)}{" "}
        {state === "cancelled" ? (
          <>
            <s>
              <a href={appointments.one(id)}>{subject}</a>
            </s>{" "}
            <Tag label="Annulé" tone="warning" />
          </>
        ) : (
          <a href={appointments.one(id)}>{subject}</a>
        )}
      </p>
      <p class="soft">
        {[
          appointment.name,
          appointment.organisation ?? appointment.organisation_typed,
          wordPlace(appointment),
        ]
          .filter(Boolean)
          .join(" · ")}
        {several ? ` · avec ${appointment.host}` : ""}
      </p>
      {meeting_id ? <p class="soft">Noté dans le journal.</p> : null}
      {mayWrite && over && state === "booked" && !meeting_id ? <LogIt appointment={appointment} /> : null}
    </li>
  );
}

/** In one click when its course is known, else where it is chosen. */
function LogIt({
  appointment: { id, subject, course_id, course, organisation_id },
}: {
  appointment: Appointment;
}) {
  const label = "Noter dans le journal";
  if (course_id === null && organisation_id !== null)
    return (
      <p>
        <a class="button button-quiet" href={`${appointments.one(id)}#journal`}>
          {label}
          <span class="sr-only"> « {subject} »</span>
        </a>
      </p>
    );
  return (
    <>
      {course ? <p class="soft small">Pour l’accompagnement « {course} ».</p> : null}
      <ActionForm
        action={appointments.logging(id)}
        label={label}
        of={subject}
        hidden={{ accompagnement: course_id ?? "aucun" }}
      />
    </>
  );
}
