import { directory } from "#paths/directory.ts";
import { office } from "#paths/office.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatNumber } from "#ui/format.ts";
import { type Column, ListTable } from "#ui/list.tsx";
import { ButtonLink, EmptyState, Facts, PageHeader } from "#ui/page.tsx";
import { visibilityWords } from "../fields/texts.ts";
import type { CustomField } from "./queries.ts";
import { kindWords } from "./texts.ts";
import { CustomFieldForm } from "./views.form.tsx";

export const customsTitle = "Champs de l’annuaire";

const trail = [{ label: "Réglages du réseau", href: office.settings() }];

/** The fields that the network added to the record, in order; a new one; those retired. */
export function CustomFieldsPage({
  fields,
  ...state
}: {
  fields: readonly CustomField[];
  errors?: Errors;
  typed?: Typed;
}) {
  const inUse = fields.filter(({ retired_at }) => retired_at === null);
  const retired = fields.filter(({ retired_at }) => retired_at !== null);
  const path = directory.customFields();
  return (
    <>
      <PageHeader
        title={customsTitle}
        trail={trail}
        lead="Ce que le réseau demande à ses acteurs en plus des champs communs. Un champ ajouté ici paraît aussitôt dans le formulaire, la fiche, les exports, les imports et l’API."
      >
        {inUse.length > 0 ? (
          <ButtonLink href={directory.customFieldAnswers()} label="Voir les réponses" kind="quiet" />
        ) : null}
      </PageHeader>
      {inUse.length === 0 ? (
        <EmptyState title="Le réseau n’a encore ajouté aucun champ.">
          <p>Ajoutez le premier ci-dessous : le nombre de bénévoles, par exemple.</p>
        </EmptyState>
      ) : (
        <ListTable caption="Champs en usage" rows={inUse} path={path} query={{}} columns={columnsOf(inUse)} />
      )}
      <h2>Ajouter un champ</h2>
      <CustomFieldForm action={path} {...state} />
      {retired.length > 0 ? (
        <>
          <h2>Champs retirés</h2>
          <p>Ils ne sont plus demandés ni montrés ; ce que les fiches y répondaient est gardé.</p>
          <ListTable
            caption="Champs retirés"
            rows={retired}
            path={path}
            query={{}}
            columns={[...about, { label: "Action", cell: Return }]}
          />
        </>
      ) : null}
    </>
  );
}

const Return = ({ id, label }: CustomField) => (
  <ActionForm action={directory.customFieldReturn(id)} label="Remettre en usage" of={label} />
);

const about: readonly Column<CustomField>[] = [
  { label: "Champ", cell: ({ id, label }) => <a href={directory.customField(id)}>{label}</a> },
  { label: "Contient", cell: ({ kind }) => kindWords[kind] },
  { label: "Qui le voit", cell: ({ visibility }) => visibilityWords[visibility], wide: true },
  { label: "Filtre", cell: ({ filter }) => (filter ? "oui" : ""), wide: true },
  { label: "Fiches", cell: ({ answered }) => formatNumber(answered), numeric: true },
];

const columnsOf = (fields: readonly CustomField[]): readonly Column<CustomField>[] => [
  ...about,
  {
    label: "Avancer",
    cell: (field) => (field === fields[0] ? "" : <Move field={field} to="haut" label="Monter" />),
  },
  {
    label: "Reculer",
    cell: (field) => (field === fields.at(-1) ? "" : <Move field={field} to="bas" label="Descendre" />),
  },
];

const Move = ({ field, to, label }: { field: CustomField; to: string; label: string }) => (
  <ActionForm
    action={directory.customFieldMove(field.id)}
    label={label}
    of={field.label}
    hidden={{ sens: to }}
  />
);

/** One field, to change, retire or bring back. */
export function CustomFieldPage({ field, ...state }: { field: CustomField; errors?: Errors; typed?: Typed }) {
  return (
    <>
      <PageHeader
        title={field.label}
        trail={[...trail, { label: customsTitle, href: directory.customFields() }]}
      >
        {field.retired_at === null ? (
          <ActionForm
            action={directory.customFieldRetirement(field.id)}
            label="Retirer ce champ"
            kind="danger"
          />
        ) : (
          <ActionForm action={directory.customFieldReturn(field.id)} label="Remettre ce champ en usage" />
        )}
      </PageHeader>
      <Facts
        facts={[
          ["Code, dans les exports et l’API", field.code],
          ["Fiches qui y répondent", formatNumber(field.answered)],
        ]}
      />
      <CustomFieldForm action={directory.customField(field.id)} field={field} {...state} />
    </>
  );
}
