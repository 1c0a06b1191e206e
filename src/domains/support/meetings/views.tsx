import { PlaceChoices, type PlaceQuestion, placesBehaviour } from "#domains/territory/index.ts";
import { support } from "#paths/support.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { CheckboxField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Course } from "../courses/course.ts";
import { upToBoard } from "../courses/views.form.tsx";

export const meetingTitle = ({ subject }: { subject: string }) => `Noter une réunion de « ${subject} »`;

/** One short form: the meeting goes to the log, is linked to the course, and says what comes next. */
export function NoteMeetingPage({
  course,
  typed,
  errors,
  questions = [],
  overtaken = false,
}: {
  /** A colleague changed the next step meanwhile: nothing is noted yet. */
  overtaken?: boolean;
  course: Course;
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
}) {
  const fields = { typed, errors };
  const here = support.one(course.id);
  // After a mistake, the version first seen goes on, so that a colleague's change is still told.
  const seen = overtaken ? course.version : (typed["version"] ?? course.version);
  const names = course.organisations.map(({ name, typed }) => name ?? typed).join(", ");
  return (
    <>
      <PageHeader
        title={meetingTitle(course)}
        trail={[...upToBoard, { label: course.subject, href: here }]}
        lead={`Avec ${names}. Elle est notée au journal avec le type Accompagnement.`}
      />
      <Form action={support.meeting(course.id)} errors={errors} once behaviour="quick-save">
        <Hidden name="version" value={String(seen)} />
        {overtaken ? (
          <Callout tone="warning">
            <p>
              Un collègue vient de changer la prochaine étape : « {course.next_step || "aucune"} »
              {course.next_step_on ? ` pour le ${formatDay(course.next_step_on)}` : ""}. Rien n’est encore
              noté : renvoyez le formulaire pour garder la vôtre, ou reprenez la sienne.
            </p>
          </Callout>
        ) : null}
        <TextField name="sujet" label="Sujet" required autocomplete="off" {...fields} />
        <div class="field-row">
          <TextField
            name="date"
            label="Date"
            required
            autocomplete="off"
            help="6/1/21, hier, lundi…"
            {...fields}
          />
          <TextField
            name="duree"
            label="Durée"
            required
            autofocus={!errors}
            autocomplete="off"
            help="1,5 ou 1h30 ou 90 min"
            {...fields}
          />
          <TextField
            name="participants"
            label="Participants"
            required
            inputmode="numeric"
            autocomplete="off"
            help="Hors équipe"
            {...fields}
          />
        </div>
        <CheckboxField name="enligne" label="En ligne" checked={typed["enligne"] === "oui"} errors={errors} />
        <TextField
          name="lieu"
          label="Lieu"
          required={false}
          autocomplete="off"
          help="Une commune ; rien si c’était en ligne."
          data={placesBehaviour({ instead: "enligne" })}
          {...fields}
        />
        <PlaceChoices
          questions={questions}
          typed={typed}
          errors={errors}
          keep="Aucune commune : garder ce lieu tel quel, compté comme un déplacement"
        />
        <Goals course={course} typed={typed} />
        <div class="field-row">
          <TextField name="suite" label="Prochaine étape" required={false} autocomplete="off" {...fields} />
          <TextField
            name="suite_le"
            label="Pour le"
            required={false}
            autocomplete="off"
            help="lundi prochain, 12/3…"
            {...fields}
          />
        </div>
        <TextArea
          name="notes"
          label="Notes"
          required={false}
          rows={3}
          help="Au journal, lues par l’équipe seule. Ce qui doit s’effacer va dans les notes confidentielles."
          {...fields}
        />
        <div class="buttons">
          <Submit label="Noter la réunion" />
          <a href={here}>Renoncer</a>
          <span class="help">Ctrl + Entrée enregistre.</span>
        </div>
      </Form>
    </>
  );
}

const chosen = (typed: Typed, name: string) => {
  const given = typed[name] ?? [];
  return Array.isArray(given) ? given : [given];
};

function Goals({ course, typed }: { course: Course; typed: Typed }) {
  const open = course.goals
    .filter(({ state }) => state === "open")
    .map(({ id, title }) => ({ value: String(id), label: title }));
  if (open.length === 0) return null;
  return (
    <div class="field-row">
      <CheckGroup
        name="objectifs"
        legend="Elle a servi à"
        options={open}
        chosen={chosen(typed, "objectifs")}
      />
      <CheckGroup
        name="atteints"
        legend="Elle a permis d’atteindre"
        options={open}
        chosen={chosen(typed, "atteints")}
      />
    </div>
  );
}
