import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Duplicate } from "./matching/duplicates.ts";
import type { OrganisationRecord } from "./queries.ts";
import { differences, typedOf } from "./texts.form.ts";
import { type Choices, OrganisationForm } from "./views.form.tsx";

export const addTitle = "Ajouter une organisation";
export const editTitle = (record: { name: string }) => `Modifier ${record.name}`;

const trail = [{ label: "Annuaire", href: directory.all() }];

export function AddPage(props: {
  choices: Choices;
  typed: Typed;
  errors?: Errors;
  duplicates?: readonly Duplicate[];
}) {
  return (
    <>
      <PageHeader title={addTitle} trail={trail} />
      <OrganisationForm {...props} action={directory.add()} back={directory.all()} />
    </>
  );
}

/** Changing an organisation; `conflict` when a colleague recorded something else while it was being typed. */
export function EditPage({
  record,
  version = record.version,
  typed = typedOf(record),
  conflict = false,
  ...props
}: {
  record: OrganisationRecord;
  version?: number;
  choices: Choices;
  typed?: Typed;
  errors?: Errors;
  conflict?: boolean;
}) {
  return (
    <>
      <PageHeader
        title={editTitle(record)}
        trail={[...trail, { label: record.name, href: directory.one(record.id) }]}
      />
      {conflict ? <Conflict typed={typed} record={record} /> : null}
      <OrganisationForm
        {...props}
        typed={typed}
        version={version}
        action={directory.edit(record.id)}
        back={directory.one(record.id)}
      />
    </>
  );
}

/** What was typed beside what is recorded by now. */
function Conflict({ typed, record }: { typed: Typed; record: OrganisationRecord }) {
  return (
    <Callout tone="warning">
      <p>
        Une autre personne a modifié cette fiche pendant votre saisie. Rien de ce que vous avez tapé n’est
        perdu : comparez, corrigez ci-dessous s’il le faut, puis enregistrez de nouveau.
      </p>
      <table class="table">
        <caption class="sr-only">Ce qui diffère</caption>
        <thead>
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">Votre saisie</th>
            <th scope="col">Enregistré entre-temps</th>
          </tr>
        </thead>
        <tbody>
          {differences(typed, record).map(({ label, mine, saved }) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{mine || "(vide)"}</td>
              <td>{saved || "(vide)"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Callout>
  );
}
