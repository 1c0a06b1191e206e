import { incubation } from "#paths/incubation.ts";
import { people as peoplePaths } from "#paths/people.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
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
