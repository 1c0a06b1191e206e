import { incubation } from "#paths/incubation.ts";
import { people as peoplePaths } from "#paths/people.ts";
import { RadioField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { stayOutcomes } from "./rules.ts";
import { outcomeLabels } from "./texts.ts";
import type { StayPageProps } from "./views.stay.tsx";

/** With whom it is done, in the organisation. */
export function People({ stay, mayWrite, wrong }: StayPageProps) {
  const mine = wrong?.form === "person" ? wrong : undefined;
  const field = { typed: mine?.typed, errors: mine?.errors, autocomplete: "off" };
  if (stay.people.length === 0 && !mayWrite) return null;
  return (
    <section id="personnes" class={stay.people.length === 0 ? "no-print" : undefined}>
      <h2>Personnes référentes dans l’organisation</h2>
      <ul class="lines">
        {stay.people.map((person) => (
          <li class="line-with-tool">
            <div>
              {person.person_id ? <a href={peoplePaths.one(person.person_id)}>{person.name}</a> : person.name}
              {person.title ? `, ${person.title}` : ""}
              <p class="small">
                {person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null}
                {person.email && person.phone ? " · " : ""}
                {person.phone}
              </p>
            </div>
            {mayWrite ? (
              <ActionForm
                action={incubation.personRemoval(stay.id, person.id)}
                label="Retirer"
                of={person.name}
                confirm={`Retirer ${person.name} de ce suivi ?`}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <details open={mine !== undefined} class="no-print">
          <summary>Ajouter une personne</summary>
          <Form action={incubation.people(stay.id)} errors={mine?.errors} label="Ajouter une personne" once>
            <div class="field-row">
              <TextField {...field} name="nom" label="Nom" required />
              <TextField {...field} name="fonction" label="Fonction" required={false} />
            </div>
            <div class="field-row">
              <TextField {...field} name="courriel" label="Courriel" type="email" required={false} />
              <TextField {...field} name="telephone" label="Téléphone" type="tel" required={false} />
            </div>
            <div class="buttons">
              <Submit label="Ajouter cette personne" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

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
