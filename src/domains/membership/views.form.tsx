import type { Candidate } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { membership } from "#paths/membership.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type Option, RadioField, SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Membership } from "./queries.ts";

export const addTitle = "Ajouter un adhérent";
export const changeTitle = ({ organisation, year }: Membership) => `Adhésion ${year} de ${organisation}`;

interface AddProps {
  colleges: readonly Option[];
  typed: Typed;
  errors?: Errors;
  /** Organisations that may be the one typed. */
  candidates?: readonly Candidate[];
}

/** Adding a member: the organisation by its name, as one types it. */
export function AddMemberPage({ colleges, typed, errors, candidates = [] }: AddProps) {
  const field = { errors, typed };
  const name = String(typed["organisation"] ?? "");
  return (
    <>
      <PageHeader title={addTitle} trail={[{ label: "Adhésions", href: membership.all() }]} />
      <Form action={membership.add()} once errors={errors}>
        <TextField
          {...field}
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
            errors={errors}
            options={candidates.map((one) => ({ value: String(one.id), label: one.name }))}
          />
        ) : null}
        {errors?.["organisation"] && name ? (
          <p>
            <a href={withQuery(directory.add(), { nom: name })}>Ajouter « {name} » à l’annuaire</a>
          </p>
        ) : null}
        <SelectField {...field} name="college" label="Collège" empty="Choisir…" options={colleges} required />
        <TextField {...field} name="annee" label="Année" inputmode="numeric" required />
        <TextField
          {...field}
          name="le"
          label="Date d’adhésion"
          required={false}
          help="Par exemple 6/1/2021."
        />
        <div class="buttons">
          <Submit label="Ajouter" />
          <a href={membership.all()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** Changing a membership; `conflict` when a colleague changed it first. */
export function ChangeMembershipPage({
  record,
  colleges,
  typed,
  errors,
  version = record.version,
  conflict = false,
}: {
  record: Membership;
  colleges: readonly Option[];
  typed?: Typed;
  errors?: Errors;
  version?: number;
  conflict?: boolean;
}) {
  const field = { errors, typed };
  const day = record.joined_on ? formatShortDay(record.joined_on) : "";
  return (
    <>
      <PageHeader
        title={changeTitle(record)}
        trail={[{ label: `Adhérents ${record.year}`, href: membership.all(record.year) }]}
        lead={<a href={directory.one(record.organisation_id)}>Voir sa fiche</a>}
      >
        <ActionForm action={membership.removal(record.id)} label="Retirer de la liste" kind="danger" />
      </PageHeader>
      {conflict ? (
        <Callout tone="warning">
          Une autre personne a modifié cette adhésion pendant votre saisie. Elle est maintenant dans le
          collège « {record.college} »{day ? `, à la date du ${day}` : ", sans date"}. Votre saisie est
          ci-dessous : enregistrez-la de nouveau si elle est la bonne.
        </Callout>
      ) : null}
      <Form action={membership.one(record.id)} errors={errors}>
        <Hidden name="version" value={String(version)} />
        <SelectField
          {...field}
          name="college"
          label="Collège"
          value={record.college_id}
          options={colleges}
          required
        />
        <TextField {...field} name="le" label="Date d’adhésion" value={day} required={false} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={membership.all(record.year)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
