import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { ContactPoint, OrganisationRecord } from "../queries.ts";
import { contactKinds, contactVisibilities } from "../texts.ts";

export const contactTitle = (record: { name: string }, point?: ContactPoint) =>
  `${point ? "Modifier" : "Ajouter"} une coordonnée de ${record.name}`;

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Adding a contact point, or changing one. */
export function ContactPage({
  record,
  point,
  errors,
  typed,
}: {
  record: OrganisationRecord;
  point?: ContactPoint;
  errors?: Errors;
  typed?: Typed;
}) {
  const field = { errors, typed };
  return (
    <>
      <PageHeader
        title={contactTitle(record, point)}
        trail={[
          { label: "Annuaire", href: directory.all() },
          { label: record.name, href: directory.one(record.id) },
        ]}
      >
        {point ? (
          <ActionForm action={directory.contactRemoval(record.id, point.id)} label="Retirer" kind="danger" />
        ) : null}
      </PageHeader>
      <Form
        action={point ? directory.contactPoint(record.id, point.id) : directory.contactPoints(record.id)}
        once={!point}
        errors={errors}
      >
        <SelectField
          {...field}
          name="genre"
          label="De quoi s’agit-il ?"
          value={point?.kind ?? "email"}
          options={options(contactKinds)}
        />
        <TextField {...field} name="valeur" label="Coordonnée" value={point?.value} required autofocus />
        <TextField
          {...field}
          name="intitule"
          label="Intitulé"
          value={point?.label}
          required={false}
          help="Par exemple : Secrétariat, Page Facebook."
        />
        <SelectField
          {...field}
          name="vue"
          label="Qui la voit ?"
          value={point?.visibility ?? "staff"}
          options={options(contactVisibilities)}
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={directory.one(record.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
