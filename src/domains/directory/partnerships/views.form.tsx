import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type Option, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Partnership } from "./queries.ts";
import { kinds, labels, optionsOf, states, visibilities } from "./texts.ts";

export const addTitle = (organisation: { name: string }) => `Ajouter un partenariat à ${organisation.name}`;
export const editTitle = (row: Partnership) => `${row.organisation} et ${row.partner}`;

interface Props {
  countries: readonly Option[];
  typed?: Typed;
  errors?: Errors;
}

function Fields({ countries, typed, errors }: Props) {
  const field = (name: keyof typeof labels) => ({ name, label: labels[name], typed, errors });
  return (
    <>
      <SelectField {...field("genre")} options={optionsOf(kinds)} required />
      <TextField {...field("partenaire")} required placeholder="Commune de Ségou" autocomplete="off" />
      <SelectField {...field("pays")} options={countries} empty="Choisir…" required />
      <TextField {...field("annee")} required={false} inputmode="numeric" placeholder="1998" />
      <SelectField {...field("etat")} options={optionsOf(states)} required />
      <SelectField {...field("vue")} options={optionsOf(visibilities)} required />
      <TextArea {...field("note")} required={false} rows={3} help="Lue par l’équipe et le conseil." />
    </>
  );
}

/** Noting a partnership of an organisation. */
export function AddPartnershipPage({
  organisation,
  ...props
}: Props & { organisation: { id: number; name: string } }) {
  return (
    <>
      <PageHeader
        title={addTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <Form action={partnerships.add(organisation.id)} errors={props.errors} once>
        <Fields {...props} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={directory.one(organisation.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

const typedOf = (row: Partnership): Typed => ({
  genre: row.kind,
  partenaire: row.partner,
  pays: row.country_code,
  annee: String(row.since_year ?? ""),
  etat: row.state,
  vue: row.visibility,
  note: row.note,
});

/** Changing a partnership; `conflict` when a colleague saved first. */
export function EditPartnershipPage({
  row,
  typed = typedOf(row),
  version = row.version,
  conflict = false,
  ...props
}: Props & { row: Partnership; version?: number; conflict?: boolean }) {
  return (
    <>
      <PageHeader
        title={editTitle(row)}
        trail={[
          { label: "Partenariats", href: partnerships.all() },
          { label: row.organisation, href: directory.one(row.organisation_id) },
        ]}
      >
        <ActionForm action={partnerships.removal(row.id)} label="Retirer" kind="danger" />
      </PageHeader>
      {conflict ? (
        <Callout tone="warning">
          Une autre personne a modifié ce partenariat pendant votre saisie : il dit maintenant «{" "}
          {kinds[row.kind]}, {row.partner}, {row.country}
          {row.since_year ? `, depuis ${row.since_year}` : ""}, {states[row.state]} ». Votre saisie est
          ci-dessous : enregistrez-la de nouveau si elle est la bonne.
        </Callout>
      ) : null}
      <Form action={partnerships.one(row.id)} errors={props.errors}>
        <Hidden name="version" value={String(version)} />
        <Fields {...props} typed={typed} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={directory.one(row.organisation_id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
