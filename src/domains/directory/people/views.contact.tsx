import { people } from "#paths/people.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import { contactKinds, contactVisibilities } from "../texts.ts";
import type { PersonRecord } from "./queries.ts";
import { nameOf, optionsOf } from "./texts.ts";

type Point = PersonRecord["contacts"][number];

export const contactTitle = (person: PersonRecord, point?: Point) =>
  `${point ? "Modifier" : "Ajouter"} une coordonnée de ${nameOf(person)}`;

/** Adding a way to reach a person, or changing one. */
export function PersonContactPage({
  person,
  point,
  ...field
}: {
  person: PersonRecord;
  point?: Point;
  errors?: Errors;
  typed?: Typed;
}) {
  const { id } = person;
  return (
    <>
      <PageHeader
        title={contactTitle(person, point)}
        trail={[
          { label: "Personnes", href: people.all() },
          { label: nameOf(person), href: people.one(id) },
        ]}
      >
        {point ? (
          <ActionForm action={people.contactRemoval(id, point.id)} label="Retirer" kind="danger" />
        ) : null}
      </PageHeader>
      <Form
        action={point ? people.contactPoint(id, point.id) : people.contactPoints(id)}
        once={!point}
        errors={field.errors}
      >
        <SelectField
          {...field}
          name="genre"
          label="De quoi s’agit-il ?"
          value={point?.kind ?? "email"}
          options={optionsOf(contactKinds)}
        />
        <TextField {...field} name="valeur" label="Coordonnée" value={point?.value} required autofocus />
        <TextField {...field} name="intitule" label="Intitulé" value={point?.label} required={false} />
        <SelectField
          {...field}
          name="vue"
          label="Qui la voit ?"
          value={point?.visibility ?? "staff"}
          options={optionsOf(contactVisibilities)}
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={people.one(id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
