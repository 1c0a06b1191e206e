import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Registration } from "./queries.person.ts";
import { mineTitle } from "./views.person.tsx";

export const changeTitle = "Corriger votre inscription";

/** What is recorded, as the form holds it. */
export const asTyped = (registration: Registration): Typed => ({
  prenom: registration.given_name,
  nom: registration.family_name,
  courriel: registration.email,
  telephone: registration.phone,
  organisation: registration.organisation,
  besoins: registration.needs,
  contact: registration.keep_contact ? "oui" : "",
});

const labels = {
  prenom: "Prénom",
  nom: "Nom",
  telephone: "Téléphone",
  organisation: "Organisation",
  besoins: "Besoins",
} as const;

interface Props {
  registration: Registration;
  token: string;
  title: string;
  typed: Typed;
  errors?: Errors;
  /** Someone changed it meanwhile. */
  overtaken?: boolean;
}

/** What a person may change of their own registration. The address is the way to them: it is changed by registering again. */
export function ChangePage({ registration, token, title, typed, errors, overtaken }: Props) {
  const fields = { typed, errors };
  return (
    <>
      <PageHeader
        title={changeTitle}
        trail={[{ label: mineTitle({ title }), href: registrations.mine(token) }]}
      />
      {overtaken ? (
        <OvertakenNote registration={registration} typed={typed} restart={registrations.change(token)} />
      ) : null}
      <Form action={registrations.change(token)} errors={errors}>
        <Hidden name="version" value={String(registration.version)} />
        <div class="field-row">
          <TextField name="prenom" label="Prénom" autocomplete="given-name" required {...fields} />
          <TextField name="nom" label="Nom" autocomplete="family-name" required {...fields} />
        </div>
        <TextField
          name="telephone"
          label="Téléphone"
          type="tel"
          autocomplete="tel"
          required={false}
          {...fields}
        />
        <TextField
          name="organisation"
          label="Organisation"
          autocomplete="organization"
          required={false}
          {...fields}
        />
        <TextArea
          name="besoins"
          label="De quoi avez-vous besoin pour participer ?"
          rows={3}
          required={false}
          {...fields}
        />
        <CheckboxField
          name="contact"
          label="Gardez mes coordonnées dans votre annuaire"
          checked={typed["contact"] === "oui"}
          errors={errors}
        />
        <p class="help">
          Une autre adresse électronique ? Annulez, puis inscrivez-vous avec elle ; ou demandez à l’équipe de
          la changer.
        </p>
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={registrations.mine(token)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** What was saved by another while one wrote. */
export function OvertakenNote({
  registration,
  typed,
  restart,
}: {
  registration: Registration;
  typed: Typed;
  restart: string;
}) {
  const saved = asTyped(registration);
  const words = (of: Typed) =>
    Object.fromEntries(Object.keys(labels).map((name) => [name, String(of[name] ?? "")])) as Record<
      keyof typeof labels,
      string
    >;
  return (
    <Overtaken
      at={registration.updated_at}
      labels={labels}
      saved={words(saved)}
      typed={words(typed)}
      restart={restart}
    />
  );
}
