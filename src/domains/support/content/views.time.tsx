import { activities } from "#paths/activities.ts";
import { support } from "#paths/support.ts";
import { RadioField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatDuration, formatShortDay, plural } from "#ui/format.ts";
import type { Course } from "../courses/course.ts";
import type { CoursePageProps } from "../courses/views.record.tsx";
import type { LikelyMeeting } from "../meetings/queries.ts";

const sum = (lines: readonly { minutes: number }[]) => lines.reduce((total, line) => total + line.minutes, 0);

/** The meetings of the course, with the time that they took, and those of the log that may be its own. */
export function Meetings({ course, likely, mayWrite }: CoursePageProps) {
  const shared = course.meetings.some(({ minutes, duration_minutes }) => minutes < duration_minutes);
  return (
    <section id="reunions">
      <h2>Réunions</h2>
      {course.meetings.length === 0 ? (
        <p class="soft">Aucune réunion n’est encore notée à cet accompagnement.</p>
      ) : (
        <>
          <p>
            {plural(course.meetings.length, "réunion")}, {formatDuration(sum(course.meetings))}
            {shared
              ? " : la part de celles qui servent à plusieurs accompagnements est partagée entre eux."
              : "."}
          </p>
          <ul class="lines">
            {course.meetings.map((meeting) => (
              <MeetingLine course={course} meeting={meeting} mayWrite={mayWrite} />
            ))}
          </ul>
        </>
      )}
      {mayWrite && likely.length > 0 ? <Likely course={course} likely={likely} /> : null}
    </section>
  );
}

function MeetingLine({
  course,
  meeting,
  mayWrite,
}: {
  course: Course;
  meeting: Course["meetings"][number];
  mayWrite: boolean;
}) {
  const goals = course.goals.filter(({ id }) => meeting.goals.includes(id)).map(({ title }) => title);
  return (
    <li class="line-with-tool">
      <div>
        <a class="line-title" href={activities.one(meeting.id)}>
          {meeting.subject}
        </a>
        <p class="soft small">
          {[
            formatShortDay(meeting.held_on),
            formatDuration(meeting.duration_minutes),
            goals.length > 0 ? `pour ${goals.join(", ")}` : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {mayWrite ? (
        <ActionForm action={support.unlinking(course.id, meeting.id)} label="Détacher" of={meeting.subject} />
      ) : null}
    </li>
  );
}

function Likely({ course, likely }: { course: Course; likely: readonly LikelyMeeting[] }) {
  return (
    <details open={course.meetings.length === 0}>
      <summary>{plural(likely.length, "réunion")} du journal y ressemblent</summary>
      <Form action={support.linking(course.id)} label="Rattacher une réunion du journal">
        <RadioField
          name="reunion"
          legend="Laquelle est une réunion de cet accompagnement ?"
          options={likely.map((meeting) => ({
            value: String(meeting.id),
            label: `${formatShortDay(meeting.held_on)}, ${meeting.subject} (${formatDuration(meeting.duration_minutes)}) : ${
              whys[meeting.why]
            }`,
          }))}
        />
        <div class="buttons">
          <Submit label="Rattacher" kind="quiet" />
        </div>
      </Form>
    </details>
  );
}

const whys = {
  organisation: "même organisation",
  name: "le sujet la nomme",
  subject: "sujet voisin",
} as const;

/** Work without the organisation, apart from the meetings. */
export function Time({ course, mayWrite, wrong }: CoursePageProps) {
  const mine = wrong && "quoi" in wrong.typed ? wrong : undefined;
  const state = { typed: mine?.typed, errors: mine?.errors };
  return (
    <section id="temps">
      <h2>Temps hors réunion</h2>
      {course.entries.length === 0 ? (
        <p class="soft">Relectures, recherches, courriels : ce temps se compte à part des réunions.</p>
      ) : (
        <>
          <p>{formatDuration(sum(course.entries))} en tout.</p>
          <ul class="lines">
            {course.entries.map((entry) => (
              <li class="line-with-tool">
                <div>
                  {entry.what}
                  <p class="soft small">
                    {[formatShortDay(entry.day), formatDuration(entry.minutes), entry.by]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                </div>
                {mayWrite ? (
                  <ActionForm
                    action={support.timeRemoval(course.id, entry.id)}
                    label="Retirer"
                    of={entry.what}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayWrite ? (
        <details open={mine !== undefined}>
          <summary>Ajouter du temps</summary>
          <Form action={support.time(course.id)} errors={mine?.errors} label="Ajouter du temps" once>
            <TextField name="quoi" label="À quoi" required autocomplete="off" {...state} />
            <div class="field-row">
              <TextField
                name="temps"
                label="Durée"
                required
                autocomplete="off"
                help="1,5 ou 1h30 ou 90 min"
                {...state}
              />
              <TextField
                name="jour"
                label="Jour"
                required
                value="aujourd’hui"
                autocomplete="off"
                {...state}
              />
            </div>
            <div class="buttons">
              <Submit label="Ajouter ce temps" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
