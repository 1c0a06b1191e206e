import { directory } from "#paths/directory.ts";
import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, RadioField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { OvertakenNote } from "./views.change.tsx";
import type { Props } from "./views.record.tsx";

export function Correction({ registration, booking, proposals, typed, errors = {}, overtaken }: Props) {
  const fields = { typed, errors };
  const action = registrations.one(booking.id, registration.id);
  return (
    <>
      <h2>Corriger</h2>
      {overtaken ? <OvertakenNote registration={registration} typed={typed} restart={action} /> : null}
      <Form action={action} errors={errors}>
        <Hidden name="version" value={String(registration.version)} />
        <div class="field-row">
          <TextField name="prenom" label="Prénom" required {...fields} />
          <TextField name="nom" label="Nom" required {...fields} />
        </div>
        <TextField
          name="courriel"
          label="Adresse électronique"
          type="email"
          help="La changer remplace le lien personnel."
          required={false}
          {...fields}
        />
        <TextField name="telephone" label="Téléphone" type="tel" required={false} {...fields} />
        <OrganisationField {...fields} />
        {proposals.length > 0 ? (
          <RadioField
            legend="Laquelle de l’annuaire ?"
            name="choix"
            options={[
              ...proposals.map(({ id, name }) => ({ value: String(id), label: name })),
              { value: "0", label: "Aucune : garder ce qui a été tapé" },
            ]}
            chosen="0"
          />
        ) : null}
        <TextArea name="besoins" label="Besoins" rows={3} required={false} {...fields} />
        <CheckboxField
          name="contact"
          label="A demandé que ses coordonnées soient gardées"
          checked={typed["contact"] === "oui"}
          errors={errors}
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
        </div>
      </Form>
    </>
  );
}

export const OrganisationField = (fields: { typed: Typed; errors: Errors }) => (
  <TextField
    name="organisation"
    label="Organisation"
    required={false}
    autocomplete="off"
    data={{ "data-controller": "organisations", "data-organisations-url-value": directory.suggestions() }}
    {...fields}
  />
);
