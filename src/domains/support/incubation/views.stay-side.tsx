import { incubation } from "#paths/incubation.ts";
import { RadioField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { stayOutcomes } from "./rules.ts";
import { outcomeLabels } from "./texts.ts";
import type { StayPageProps } from "./views.stay.tsx";

/** What the team does of it: its course of support, the day of its entry, its leaving. */
export function Tools(props: StayPageProps) {
  return (
    <section id="suivi" class="no-print">
      <h2>Suivi</h2>
      <Course {...props} />
      {props.stay.left_on ? (
        <ActionForm action={incubation.comeBack(props.stay.id)} label="La faire revenir dans la cohorte" />
      ) : (
        <Leaving {...props} />
      )}
      <Entry {...props} />
    </section>
  );
}

function Course({ stay }: StayPageProps) {
  const options = stay.courses.map(({ id, subject, opened_on }) => ({
    value: String(id),
    label: opened_on ? `${subject} (${formatShortDay(opened_on)})` : subject,
  }));
  return (
    <>
      {stay.course ? null : (
        <ActionForm
          action={incubation.newCourse(stay.id)}
          label="Ouvrir un accompagnement pour elle"
          kind="primary"
        />
      )}
      {options.length > 0 ? (
        <details>
          <summary>Rattacher un accompagnement qui existe</summary>
          <Form action={incubation.course(stay.id)} label="Rattacher un accompagnement qui existe">
            <SelectField
              name="accompagnement"
              label="Accompagnement"
              required={false}
              empty="Aucun"
              value={stay.course ? stay.course_id : null}
              options={options}
            />
            <div class="buttons">
              <Submit label="Rattacher" />
            </div>
          </Form>
        </details>
      ) : null}
    </>
  );
}

function Leaving({ stay, wrong }: StayPageProps) {
  const mine = wrong?.form === "leaving" ? wrong : undefined;
  const state = { typed: mine?.typed, errors: mine?.errors };
  return (
    <details open={mine !== undefined}>
      <summary>Noter sa sortie</summary>
      <Form action={incubation.leaving(stay.id)} errors={mine?.errors} label="Noter sa sortie">
        <Hidden name="version" value={String(mine?.typed["version"] ?? stay.version)} />
        <RadioField
          name="issue"
          legend="Comment"
          chosen={String(mine?.typed["issue"] ?? "")}
          errors={mine?.errors ?? {}}
          options={stayOutcomes.map((outcome) => ({ value: outcome, label: outcomeLabels[outcome] }))}
        />
        <TextField
          {...state}
          name="sortie"
          label="Sortie le"
          required={false}
          help="Aujourd’hui, si rien n’est dit."
          autocomplete="off"
        />
        <TextArea
          {...state}
          name="motif"
          label="Motif"
          required={false}
          rows={2}
          help="Attendu quand elle part avant la fin."
        />
        <div class="buttons">
          <Submit label="Noter la sortie" />
        </div>
      </Form>
    </details>
  );
}

function Entry({ stay, wrong }: StayPageProps) {
  const mine = wrong?.form === "entry" ? wrong : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>Corriger la date d’entrée</summary>
      <Form action={incubation.entry(stay.id)} errors={mine?.errors} label="Corriger la date d’entrée">
        <Hidden name="version" value={String(mine?.typed["version"] ?? stay.version)} />
        <TextField
          name="entree"
          label="Entrée le"
          required
          value={formatShortDay(stay.entered_on)}
          typed={mine?.typed}
          errors={mine?.errors}
          autocomplete="off"
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
        </div>
      </Form>
    </details>
  );
}
