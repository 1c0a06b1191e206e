import { vocabularies } from "#paths/vocabularies.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { Option } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { type Column, ListTable } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import type { Version, VocabularyList } from "./queries.lists.ts";
import type { Term } from "./queries.ts";
import { TermFields } from "./views.term.tsx";

interface Props {
  list: VocabularyList;
  terms: readonly Term[];
  versions: readonly Version[];
  parents: readonly Option[];
  mayEdit: boolean;
  errors?: Errors;
  typed?: Typed;
}

/** One list: its words in order, those retired, a new one, and what changed. */
export function ListPage({ list, terms, versions, parents, mayEdit, errors, typed }: Props) {
  const inUse = terms.filter((term) => term.retired_at === null);
  const retired = terms.filter((term) => term.retired_at !== null);
  const path = vocabularies.one(list.id);
  return (
    <>
      <PageHeader
        title={list.label}
        trail={[{ label: "Vocabulaires", href: vocabularies.all() }]}
        lead={list.description}
      />
      {inUse.length === 0 ? (
        <EmptyState title="Aucun terme en usage">
          <p>Ajoutez le premier ci-dessous : il sera aussitôt proposé partout.</p>
        </EmptyState>
      ) : (
        <ListTable
          caption="Termes en usage"
          rows={inUse}
          path={path}
          query={{}}
          columns={columnsOf(list, mayEdit, inUse)}
        />
      )}
      {retired.length > 0 ? (
        <>
          <h2>Termes retirés</h2>
          <p>Ils ne sont plus proposés ; ce qui les porte les garde.</p>
          <ListTable
            caption="Termes retirés"
            rows={retired}
            path={path}
            query={{}}
            columns={[
              labelColumn(mayEdit),
              ...(mayEdit
                ? [
                    {
                      label: "Action",
                      cell: (term: Term) => (
                        <ActionForm
                          action={vocabularies.restoration(list.id, term.id)}
                          label="Remettre en usage"
                          of={term.label}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </>
      ) : null}
      {mayEdit ? (
        <>
          <h2>Ajouter un terme</h2>
          <Form action={path} errors={errors} label="Ajouter un terme">
            <Hidden name="version" value={String(list.version)} />
            <TermFields parents={parents} errors={errors} typed={typed} />
            <p>
              <Submit label="Ajouter le terme" />
            </p>
          </Form>
        </>
      ) : null}
      <h2>Versions</h2>
      <ol class="versions" reversed>
        {versions.map(({ version, note, created_at }) => (
          <li value={version}>
            <a href={vocabularies.version(list.id, version)}>{`Version ${version}`}</a> : {note}, le{" "}
            {formatInstant(new Date(created_at))}
          </li>
        ))}
      </ol>
    </>
  );
}

const labelColumn = (mayEdit: boolean): Column<Term> => ({
  label: "Terme",
  cell: ({ list_id, id, label }) => (mayEdit ? <a href={vocabularies.term(list_id, id)}>{label}</a> : label),
});

function columnsOf(list: VocabularyList, mayEdit: boolean, terms: readonly Term[]): Column<Term>[] {
  const parent: Column<Term> = { label: "Rattaché à", cell: ({ parent_label }) => parent_label ?? "" };
  const help: Column<Term> = { label: "Explication", cell: ({ description }) => description, wide: true };
  const synonyms: Column<Term> = {
    label: "Synonymes",
    cell: ({ synonyms }) => synonyms.join(", "),
    wide: true,
  };
  const up: Column<Term> = {
    label: "Avancer",
    cell: (term) => (term === terms[0] ? "" : <Move term={term} list={list} to="haut" label="Monter" />),
  };
  const down: Column<Term> = {
    label: "Reculer",
    cell: (term) =>
      term === terms.at(-1) ? "" : <Move term={term} list={list} to="bas" label="Descendre" />,
  };
  return [
    labelColumn(mayEdit),
    ...(list.parent_list_id ? [parent] : []),
    ...(terms.some((term) => term.description) ? [help] : []),
    ...(terms.some((term) => term.synonyms.length > 0) ? [synonyms] : []),
    ...(mayEdit ? [up, down] : []),
  ];
}

function Move({
  term,
  list,
  to,
  label,
}: {
  term: Term;
  list: VocabularyList;
  to: "haut" | "bas";
  label: string;
}) {
  const hidden = { sens: to, version: list.version };
  return (
    <ActionForm
      action={vocabularies.moving(list.id, term.id)}
      label={label}
      of={term.label}
      hidden={hidden}
    />
  );
}
