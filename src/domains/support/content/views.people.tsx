import { people as peoplePaths } from "#paths/people.ts";
import { support } from "#paths/support.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import type { CoursePageProps } from "../courses/views.record.tsx";

/** With whom it is done, in the organisations. */
export function People({ course, mayWrite, wrong }: CoursePageProps) {
  const mine = wrong && "nom" in wrong.typed ? wrong : undefined;
  const state = { typed: mine?.typed, errors: mine?.errors };
  return (
    <section id="personnes">
      <h2>Personnes</h2>
      {course.people.length === 0 ? <p class="soft">Personne n’est encore nommé.</p> : null}
      <ul class="lines">
        {course.people.map((person) => (
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
                action={support.personRemoval(course.id, person.id)}
                label="Retirer"
                of={person.name}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <details open={mine !== undefined}>
          <summary>Ajouter une personne</summary>
          <Form action={support.people(course.id)} errors={mine?.errors} label="Ajouter une personne" once>
            <TextField name="nom" label="Nom" required autocomplete="off" {...state} />
            <TextField name="fonction" label="Fonction" required={false} autocomplete="off" {...state} />
            <TextField
              name="courriel"
              label="Courriel"
              type="email"
              required={false}
              autocomplete="off"
              {...state}
            />
            <TextField
              name="telephone"
              label="Téléphone"
              type="tel"
              required={false}
              autocomplete="off"
              {...state}
            />
            <div class="buttons">
              <Submit label="Ajouter cette personne" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
