import type { Child } from "hono/jsx";
import { activities } from "#paths/activities.ts";
import { appointments } from "#paths/appointments.ts";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { addDays, type Day } from "#platform/dates.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatInstant, formatShortDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import type { Card } from "./queries.board.ts";
import type { Week } from "./queries.week.ts";
import { Deadline } from "./views.board.tsx";
import { Ways } from "./views.nav.tsx";

export const weekTitle = "Ma semaine";

interface Props {
  week: Week;
  monday: Day;
  today: Day;
  quietWeeks: number;
  staff: readonly { value: string; label: string }[];
  /** Whose week is shown. */
  referent: string;
  /** The reader's own: its digest can be turned off here. */
  own: boolean;
  digest: boolean;
  mayWrite: boolean;
}

/** What there is to do this week, and what nobody has touched for long. */
export function WeekPage(props: Props) {
  const { week, monday, staff, referent, quietWeeks, today } = props;
  const cards = (list: readonly Card[], none: string) => <Cards cards={list} today={today} none={none} />;
  return (
    <>
      <PageHeader title={weekTitle} lead={`Du ${formatDay(monday)} au ${formatDay(addDays(monday, 6))}.`}>
        {props.mayWrite ? (
          <ButtonLink href={support.add()} label="Ouvrir un accompagnement" accesskey="n" />
        ) : null}
      </PageHeader>
      <Ways here="week" />
      <nav class="ways" aria-label="La semaine de">
        <span class="soft small">La semaine de</span>
        {staff.map(({ value, label }) => (
          <a
            href={withQuery(support.week(), { referent: value })}
            aria-current={value === referent ? "true" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <div class="desk">
        <div>
          <Part title="Demandes à répondre">{cards(week.asked, "Aucune demande n’attend.")}</Part>
          <Part title="Étapes prévues">{cards(week.due, "Rien n’est prévu d’ici dimanche.")}</Part>
          {week.milestones.length > 0 ? (
            <Part title="Jalons des cohortes">
              <WeekMilestones week={week} today={today} />
            </Part>
          ) : null}
        </div>
        <div class="desk-side">
          {week.appointments.length > 0 ? (
            <Part title="Rendez-vous">
              <WeekAppointments week={week} />
            </Part>
          ) : null}
          <Part title="Réunions de la semaine">
            <WeekMeetings week={week} />
          </Part>
          <Part title="Sans nouvelles">
            <p class="soft small">Rien depuis {quietWeeks} semaines, et rien de prévu.</p>
            {cards(week.quiet, "Aucun : tout suit son cours.")}
          </Part>
          {props.own ? <DigestSwitch digest={props.digest} /> : null}
        </div>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Cards({ cards, today, none }: { cards: readonly Card[]; today: Day; none: string }) {
  if (cards.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="lines">
      {cards.map((card) => (
        <li>
          <a class="line-title" href={support.one(card.id)}>
            {card.subject}
          </a>
          <p class="soft small">
            {[card.organisation, `dernière nouvelle le ${formatShortDay(card.touched_on)}`]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <Deadline card={card} today={today} />
        </li>
      ))}
    </ul>
  );
}

function WeekAppointments({ week }: { week: Week }) {
  return (
    <ul class="lines">
      {week.appointments.map(({ id, subject, starts_at, organisation, course_id, course }) => (
        <li>
          <a href={appointments.one(id)}>{subject}</a>
          <p class="soft small">
            {formatInstant(new Date(starts_at))}
            {organisation ? ` · ${organisation}` : ""}
            {course_id && course !== subject ? (
              <>
                {" "}
                · <a href={support.one(course_id)}>{course}</a>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

function WeekMilestones({ week, today }: { week: Week; today: Day }) {
  return (
    <ul class="lines">
      {week.milestones.map(({ cohort_id, cohort, title, due_on, organisations }) => (
        <li>
          <a class="line-title" href={`${incubation.one(cohort_id)}#jalons`}>
            {title}
          </a>
          <p class="soft small">
            {cohort} · {organisations.join(", ")}
          </p>
          <p class={due_on < today ? "overdue small" : "soft small"}>
            {due_on < today ? "en retard, attendu" : "attendu"} pour le {formatShortDay(due_on)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function WeekMeetings({ week }: { week: Week }) {
  if (week.meetings.length === 0) return <p class="soft">Aucune n’est encore notée.</p>;
  return (
    <ul class="lines">
      {week.meetings.map((meeting) => (
        <li>
          <a href={activities.one(meeting.id)}>{meeting.subject}</a>
          <p class="soft small">
            {formatShortDay(meeting.held_on)} · <a href={support.one(meeting.course_id)}>{meeting.course}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function DigestSwitch({ digest }: { digest: boolean }) {
  return (
    <Part title="Le rappel du lundi">
      <p class="soft small">
        {digest
          ? "Un courriel par semaine, le lundi matin, et seulement quand quelque chose attend."
          : "Vous ne le recevez pas."}
      </p>
      <ActionForm
        action={support.digest()}
        label={digest ? "Ne plus le recevoir" : "Le recevoir"}
        hidden={{ voulu: digest ? "non" : "oui" }}
      />
    </Part>
  );
}
