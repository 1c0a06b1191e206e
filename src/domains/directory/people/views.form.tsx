import { people } from "#paths/people.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { Overtaken } from "#ui/overtaken.tsx";
import { Callout, PageHeader, Tag } from "#ui/page.tsx";
import type { LikelyPerson, PersonRecord } from "./queries.ts";
import { languageName, languages, likenessReasons, nameOf, optionsOf } from "./texts.ts";

export const addTitle = "Ajouter une personne";
export const editTitle = (person: PersonRecord) => `Modifier ${nameOf(person)}`;

const trail = [{ label: "Personnes", href: people.all() }];

interface FormProps {
  typed: Typed;
  errors?: Errors;
}

/** The fields of a person, for who they are. */
export function NameFields({ typed, errors }: FormProps) {
  const field = { typed, errors, required: false, autocomplete: "off" };
  return (
    <div class="field-row">
      <TextField {...field} name="prenom" label="Prénom" autofocus />
      <TextField {...field} name="nom" label="Nom" />
    </div>
  );
}

/** A first way to write and to call. */
export function FirstContactFields({ typed, errors }: FormProps) {
  const field = { typed, errors, required: false, autocomplete: "off" };
  return (
    <div class="field-row">
      <TextField {...field} name="courriel" label="Courriel" inputmode="email" />
      <TextField {...field} name="telephone" label="Téléphone" />
    </div>
  );
}

function MoreFields({ typed, errors }: FormProps) {
  const field = { typed, errors, required: false };
  const known = optionsOf(languages);
  const language = String(typed["langue"] ?? "fr");
  const options = languages[language]
    ? known
    : [...known, { value: language, label: languageName(language) }];
  return (
    <>
      <SelectField
        typed={typed}
        errors={errors}
        name="langue"
        label="Langue dans laquelle lui écrire"
        options={options}
      />
      <TextField
        {...field}
        name="origine"
        label="D’où viennent ces informations"
        help="La loi oblige à pouvoir le dire : « carte remise à la rencontre d’Arras », « site de l’association »."
      />
      <TextField
        {...field}
        name="contact"
        label="Dernier contact"
        placeholder="hier, 6/1/2021"
        help="Sans contact pendant trois ans, la personne passe dans la liste à revoir."
      />
      <TextArea {...field} name="notes" label="Notes" help="Lues par l’équipe seulement." />
    </>
  );
}

/** Adding a person. Those who may be the same are shown before anything is saved. */
export function AddPersonPage({
  typed,
  errors,
  likely = [],
}: FormProps & { likely?: readonly LikelyPerson[] }) {
  return (
    <>
      <PageHeader title={addTitle} trail={trail} />
      <Form action={people.add()} errors={errors} once>
        {typed["compte"] ? <Hidden name="compte" value={String(typed["compte"])} /> : null}
        <LikelyPeople likely={likely} />
        <NameFields typed={typed} errors={errors} />
        <FirstContactFields typed={typed} errors={errors} />
        <MoreFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={people.all()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** Those who may be the one typed, and the box that says that it is another. */
export function LikelyPeople({ likely }: { likely: readonly LikelyPerson[] }) {
  if (likely.length === 0) return null;
  return (
    <Callout tone="warning">
      <p>Cette personne est peut-être déjà connue :</p>
      <ul>
        {likely.map((person) => (
          <li>
            <a href={people.one(person.id)}>{nameOf(person)}</a>
            {person.email ? `, ${person.email}` : null}
            {person.roles ? `, ${person.roles}` : null} ({likenessReasons[person.reason]}){" "}
            {person.archived ? <Tag label="Archivée" tone="warning" /> : null}
          </li>
        ))}
      </ul>
      <CheckboxField name="autre" label="Non, c’est bien quelqu’un d’autre : l’ajouter." />
    </Callout>
  );
}

const labels = {
  prenom: "Prénom",
  nom: "Nom",
  langue: "Langue",
  origine: "Origine",
  contact: "Dernier contact",
  notes: "Notes",
};

/** The person as the form would have been typed. */
export const typedOf = (person: PersonRecord) => ({
  prenom: person.given_name,
  nom: person.family_name,
  langue: person.language,
  origine: person.origin,
  contact: person.last_contact_on ? formatShortDay(person.last_contact_on) : "",
  notes: person.notes,
});

/** Changing what is said of a person; `conflict` when a colleague saved first. */
export function EditPersonPage({
  person,
  typed = typedOf(person),
  version = person.version,
  errors,
  conflict = false,
}: {
  person: PersonRecord;
  typed?: Typed;
  version?: number;
  errors?: Errors;
  conflict?: boolean;
}) {
  const mine = Object.fromEntries(
    Object.keys(labels).map((name) => [name, String(typed[name] ?? "")]),
  ) as Record<keyof typeof labels, string>;
  return (
    <>
      <PageHeader
        title={editTitle(person)}
        trail={[...trail, { label: nameOf(person), href: people.one(person.id) }]}
      />
      {conflict ? (
        <Overtaken
          at={person.updated_at}
          labels={labels}
          saved={typedOf(person)}
          typed={mine}
          restart={people.edit(person.id)}
        />
      ) : null}
      <Form action={people.edit(person.id)} errors={errors}>
        <Hidden name="version" value={String(version)} />
        <NameFields typed={typed} errors={errors} />
        <MoreFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={people.one(person.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
