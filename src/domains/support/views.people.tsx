import { people as peoplePaths } from "#paths/people.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";

/** Someone of an organisation, as written down; `person_id` when the directory has them. */
export interface NamedPerson {
  id: number;
  person_id: number | null;
  name: string;
  email: string;
  phone: string;
  title: string;
}

interface Props {
  title: string;
  people: readonly NamedPerson[];
  mayWrite: boolean;
  /** What was refused, and typed. */
  wrong?: { typed: Typed; errors: Errors } | undefined;
  addTo: string;
  removal(person: NamedPerson): string;
}

/** With whom something is done, in the organisations: each may be taken off, another added. */
export function PeopleSection({ title, people, mayWrite, wrong, addTo, removal }: Props) {
  const field = { typed: wrong?.typed, errors: wrong?.errors, autocomplete: "off" };
  if (people.length === 0 && !mayWrite) return null;
  return (
    <section id="personnes" class={people.length === 0 ? "no-print" : undefined}>
      <h2>{title}</h2>
      {people.length === 0 ? <p class="soft">Personne n’est encore nommé.</p> : null}
      <ul class="lines">
        {people.map((person) => (
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
            {mayWrite ? <ActionForm action={removal(person)} label="Retirer" of={person.name} /> : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <details open={wrong !== undefined} class="no-print">
          <summary>Ajouter une personne</summary>
          <Form action={addTo} errors={wrong?.errors} label="Ajouter une personne" once>
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
