import { people } from "#paths/people.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { FileField, type Option, RadioField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { PersonRecord } from "../people/queries.ts";
import { nameOf } from "../people/texts.ts";
import { usualOrigins } from "./input.ts";

export const consentTitle = (person: PersonRecord) => `Consentement de ${nameOf(person)}`;

/** Writing down a consent given or taken back. */
export function ConsentPage({
  person,
  purposes,
  typed = {},
  errors,
}: {
  person: PersonRecord;
  purposes: readonly Option[];
  typed?: Typed;
  errors?: Errors;
}) {
  const field = { typed, errors };
  return (
    <>
      <PageHeader
        title={consentTitle(person)}
        trail={[
          { label: "Personnes", href: people.all() },
          { label: nameOf(person), href: people.one(person.id) },
        ]}
        lead="Une parole notée ne se modifie plus : si la personne change d’avis, notez-le en plus. La dernière compte."
      />
      <Form action={people.consents(person.id)} errors={errors} once multipart>
        <SelectField {...field} name="finalite" label="À quoi" empty="Choisir…" options={purposes} required />
        <RadioField
          name="accord"
          legend="Ce que dit la personne"
          chosen={String(typed["accord"] ?? "")}
          errors={errors}
          options={[
            { value: "oui", label: "Oui, elle donne son accord" },
            { value: "non", label: "Non, elle le refuse ou le retire" },
          ]}
        />
        <TextField
          {...field}
          name="le"
          label="Le"
          required={false}
          placeholder="hier, 6/1/2021"
          help="Aujourd’hui si rien n’est écrit."
        />
        <TextField
          {...field}
          name="origine"
          label="Comment"
          required
          help={`Par exemple : ${usualOrigins.join(" ; ")}.`}
        />
        <TextArea
          {...field}
          name="preuve"
          label="Preuve, en toutes lettres"
          required={false}
          help="Les mots montrés à la personne, ou le message reçu."
        />
        <FileField {...field} name="fichier" label="Preuve, en fichier" required={false} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={people.one(person.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
