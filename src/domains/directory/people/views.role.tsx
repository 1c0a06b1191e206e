import { directory } from "#paths/directory.ts";
import { people } from "#paths/people.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, RadioField, SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Candidate } from "../matching/queries.ts";
import type { Role } from "./queries.roles.ts";
import type { PersonRecord } from "./queries.ts";
import { nameOf, optionsOf, roleKinds, roleVisibilities } from "./texts.ts";

interface FormProps {
  typed: Typed;
  errors?: Errors;
}

/** What the person does, since when, and who may know it. */
export function RoleFields({ typed, errors }: FormProps) {
  const field = { typed, errors, required: false };
  return (
    <>
      <TextField {...field} name="titre" label="Fonction" placeholder="Présidente, chargé de projets…" />
      <SelectField
        typed={typed}
        errors={errors}
        name="genre"
        label="À quel titre"
        value="other"
        options={optionsOf(roleKinds)}
      />
      <div class="field-row">
        <TextField {...field} name="depuis" label="Depuis le" placeholder="6/1/2021" />
        <TextField {...field} name="jusqua" label="Jusqu’au" placeholder="31/12/2023" />
      </div>
      <SelectField
        typed={typed}
        errors={errors}
        name="vue"
        label="Qui voit cette fonction"
        options={optionsOf(roleVisibilities)}
      />
      <CheckboxField
        name="interlocuteur"
        label="C’est l’interlocuteur principal de l’organisation"
        help="Il n’y en a qu’un : il prend la place de celui d’avant."
        checked={Boolean(typed["interlocuteur"])}
      />
    </>
  );
}

export const addRoleTitle = (person: PersonRecord) => `Ajouter une fonction à ${nameOf(person)}`;

/** A role given from the person's side: the organisation is named as one writes it. */
export function AddRolePage({
  person,
  typed,
  errors,
  candidates = [],
}: FormProps & { person: PersonRecord; candidates?: readonly Candidate[] }) {
  const name = String(typed["organisation"] ?? "");
  return (
    <>
      <PageHeader
        title={addRoleTitle(person)}
        trail={[
          { label: "Personnes", href: people.all() },
          { label: nameOf(person), href: people.one(person.id) },
        ]}
      />
      <Form action={people.roles(person.id)} errors={errors} once>
        <TextField
          typed={typed}
          errors={errors}
          name="organisation"
          label="Organisation"
          required
          autofocus
          autocomplete="off"
          help="Son nom ou son sigle, comme vous l’écrivez d’habitude."
          data={{ "data-controller": "suggestions", "data-suggestions-url-value": directory.suggestions() }}
        />
        {candidates.length > 0 ? (
          <RadioField
            name="choix"
            legend={`« ${name} », est-ce…`}
            options={candidates.map((one) => ({ value: String(one.id), label: one.name }))}
          />
        ) : null}
        {errors?.["organisation"] && name ? (
          <p>
            <a href={withQuery(directory.add(), { nom: name })}>Ajouter « {name} » à l’annuaire</a>
          </p>
        ) : null}
        <RoleFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={people.one(person.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

export const roleTitle = (role: Role) => `${nameOf(role)}, ${role.organisation}`;

/** The role as the form would have been typed. */
const typedOf = (role: Role): Typed => ({
  titre: role.title,
  genre: role.kind,
  depuis: role.since ? formatShortDay(role.since) : "",
  jusqua: role.until ? formatShortDay(role.until) : "",
  vue: role.visibility,
  interlocuteur: role.main_contact ? "oui" : "",
});

/** Changing a role, or ending it; `conflict` when a colleague saved first. */
export function RolePage({
  role,
  typed = typedOf(role),
  version = role.version,
  errors,
  conflict = false,
}: {
  role: Role;
  typed?: Typed;
  version?: number;
  errors?: Errors;
  conflict?: boolean;
}) {
  return (
    <>
      <PageHeader
        title={roleTitle(role)}
        trail={[
          { label: nameOf(role), href: people.one(role.person_id) },
          { label: role.organisation, href: directory.one(role.organisation_id) },
        ]}
      >
        {role.until ? (
          <ActionForm action={people.roleReopening(role.id)} label="Reprendre cette fonction" />
        ) : (
          <ActionForm action={people.roleEnd(role.id)} label="Mettre fin aujourd’hui" />
        )}
      </PageHeader>
      {conflict ? (
        <Callout tone="warning">
          Une autre personne a modifié cette fonction pendant votre saisie : elle dit maintenant «{" "}
          {role.title || (roleKinds[role.kind] ?? "")} »
          {role.since ? `, depuis le ${formatShortDay(role.since)}` : ""}
          {role.until ? `, jusqu’au ${formatShortDay(role.until)}` : ""}
          {role.main_contact ? ", interlocuteur principal" : ""}. Votre saisie est ci-dessous : enregistrez-la
          de nouveau si elle est la bonne.
        </Callout>
      ) : null}
      <Form action={people.role(role.id)} errors={errors}>
        <Hidden name="version" value={String(version)} />
        <RoleFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={people.one(role.person_id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
