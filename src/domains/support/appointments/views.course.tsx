import { appointments } from "#paths/appointments.ts";
import { support } from "#paths/support.ts";
import type { Errors } from "#platform/web/form.ts";
import { RadioField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { stageLabels } from "../texts.ts";
import type { CourseChoice } from "./queries.courses.ts";
import type { Appointment } from "./queries.ts";
import { isHeld } from "./rules.slots.ts";

interface Props {
  appointment: Appointment;
  courses: readonly CourseChoice[];
  now: Date;
  errors?: Errors | undefined;
}

/** For which course of support an appointment is: said before it is held, or when it is noted in the log. */
export function CourseSection({ appointment, courses, now, errors }: Props) {
  const { id, state, meeting_id, course_id } = appointment;
  if (state !== "booked" || meeting_id) return null;
  const held = isHeld(appointment, now);
  if (!held && courses.length === 0) return null;
  const options = courses.map((course) => ({
    value: String(course.id),
    label: `${course.subject} (${stageLabels[course.stage].toLowerCase()})`,
  }));
  const chosen = course_id ?? (courses.length === 1 ? courses[0]?.id : undefined);
  return (
    <section id="journal">
      <h2>{held ? "Noter dans le journal" : "Pour quel accompagnement"}</h2>
      {held ? (
        <p>La réunion prend le sujet, le jour, la durée, le lieu et l’organisation du rendez-vous.</p>
      ) : null}
      <Form action={held ? appointments.logging(id) : appointments.course(id)} errors={errors}>
        <RadioField
          name="accompagnement"
          legend={held ? "Elle sert à" : "Ce rendez-vous sert à"}
          chosen={chosen ? String(chosen) : "aucun"}
          errors={errors}
          options={[
            ...options,
            ...(held ? [{ value: "nouveau", label: "Un nouvel accompagnement, qui s’ouvre avec elle" }] : []),
            { value: "aucun", label: held ? "Aucun : au journal seulement" : "Aucun accompagnement" },
          ]}
        />
        <div class="buttons">
          <Submit label={held ? "Noter dans le journal" : "Enregistrer"} kind={held ? "primary" : "quiet"} />
        </div>
      </Form>
    </section>
  );
}

/** The course of an appointment, as a fact of it. */
export const courseFact = ({ course_id, course }: Appointment) =>
  course_id ? <a href={support.one(course_id)}>{course}</a> : null;
