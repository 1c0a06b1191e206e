import { support } from "#paths/support.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay, formatShortDay } from "#ui/format.ts";
import { openStages, outcomes } from "../rules.ts";
import { outcomeLabels, stageMoves } from "../texts.ts";
import type { Course } from "./course.ts";
import type { CoursePageProps } from "./views.record.tsx";

/** What comes next, where the course goes, who takes it over, how it ends. */
export function Steps({ course, today, wrong }: CoursePageProps) {
  return (
    <section>
      <h2>La suite</h2>
      <NextStep course={course} wrong={wrong} today={today} />
      <Moves course={course} />
      {course.stage === "closed" ? null : <Closing course={course} wrong={wrong} />}
      <p>
        <a href={support.handover(course.id)}>Passer le relais à un ou une collègue</a>
      </p>
    </section>
  );
}

const versionOf = (course: Course, wrong: CoursePageProps["wrong"]) =>
  String((wrong?.typed["version"] as string | undefined) ?? course.version);

function NextStep({ course, wrong, today }: Pick<CoursePageProps, "course" | "wrong" | "today">) {
  const mine = wrong && "suite" in wrong.typed ? wrong : undefined;
  const late = course.next_step_on !== null && course.next_step_on < today;
  return (
    <>
      {course.next_step ? (
        <p>
          <strong>{course.next_step}</strong>
          {course.next_step_on ? (
            <span class={late ? "overdue" : "soft"}>
              {" "}
              {late ? "prévue le" : "pour le"} {formatDay(course.next_step_on)}
              {late ? ", passée" : ""}
            </span>
          ) : null}
        </p>
      ) : (
        <p class="soft">Rien n’est prévu pour l’instant.</p>
      )}
      <details open={mine !== undefined}>
        <summary>
          {course.next_step ? "Changer, ou dire que c’est fait" : "Dire ce qui vient ensuite"}
        </summary>
        <Form action={support.nextStep(course.id)} errors={mine?.errors} label="La prochaine étape">
          <Hidden name="version" value={versionOf(course, mine)} />
          <TextField
            name="suite"
            label="Prochaine étape"
            help="Vide : elle est faite, il n’y en a pas d’autre."
            value={course.next_step}
            typed={mine?.typed}
            errors={mine?.errors}
            autocomplete="off"
          />
          <TextField
            name="suite_le"
            label="Pour le"
            required={false}
            help="lundi prochain, 12/3…"
            value={course.next_step_on ? formatShortDay(course.next_step_on) : ""}
            typed={mine?.typed}
            errors={mine?.errors}
            autocomplete="off"
          />
          <div class="buttons">
            <Submit label="Enregistrer l’étape" />
          </div>
        </Form>
      </details>
    </>
  );
}

function Moves({ course }: { course: Course }) {
  return (
    <div class="buttons">
      {openStages
        .filter((stage) => stage !== course.stage && stage !== "request")
        .map((stage) => (
          <ActionForm
            action={support.stage(course.id)}
            label={stageMoves[stage]}
            hidden={{ de: course.stage, vers: stage }}
          />
        ))}
    </div>
  );
}

function Closing({ course, wrong }: Pick<CoursePageProps, "course" | "wrong">) {
  const mine = wrong && "mots" in wrong.typed ? wrong : undefined;
  return (
    <details open={mine !== undefined} id="clore">
      <summary>Clore cet accompagnement</summary>
      <Form action={support.closing(course.id)} errors={mine?.errors} label="Clore cet accompagnement">
        <Hidden name="version" value={versionOf(course, mine)} />
        <SelectField
          name="issue"
          label="Comment il se termine"
          empty="Choisir…"
          required
          typed={mine?.typed}
          errors={mine?.errors}
          options={outcomes.map((outcome) => ({ value: outcome, label: outcomeLabels[outcome] }))}
        />
        <TextArea
          name="mots"
          label="Ce qu’il a permis"
          required={false}
          rows={3}
          typed={mine?.typed}
          errors={mine?.errors}
        />
        <TextField
          name="le"
          label="Clos le"
          required={false}
          help="Vide : aujourd’hui."
          typed={mine?.typed}
          errors={mine?.errors}
          autocomplete="off"
        />
        <div class="buttons">
          <Submit label={stageMoves.closed} />
        </div>
      </Form>
    </details>
  );
}
