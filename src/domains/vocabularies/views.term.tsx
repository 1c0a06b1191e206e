import { vocabularies } from "#paths/vocabularies.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type Option, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { VocabularyList } from "./queries.lists.ts";
import type { Term } from "./queries.ts";

interface FormState {
  parents: readonly Option[];
  errors?: Errors;
  typed?: Typed;
}

/** One term, to rename, explain, retire or bring back. */
export function TermPage({ term, list, ...state }: FormState & { term: Term; list: VocabularyList }) {
  const stale = state.errors?.[""] !== undefined;
  return (
    <>
      <PageHeader
        title={term.label}
        trail={[
          { label: "Vocabulaires", href: vocabularies.all() },
          { label: list.label, href: vocabularies.one(list.id) },
        ]}
      />
      {stale ? (
        <Callout tone="warning">
          <p>
            <strong>Un collègue a changé cette liste pendant que vous changiez ce terme.</strong> Il s’appelle
            maintenant « {term.label} ». Rien n’a été écrasé : ce que vous avez tapé est ci-dessous.
          </p>
        </Callout>
      ) : null}
      <Facts
        facts={[
          ["Code, dans les exports", term.code],
          ["État", term.retired_at === null ? "proposé" : "retiré"],
          ["Couleur", term.colour],
        ]}
      />
      <Form action={vocabularies.term(list.id, term.id)} errors={state.errors} label="Changer ce terme">
        <Hidden name="version" value={String(list.version)} />
        <TermFields {...state} term={term} />
        <p>
          <Submit label="Enregistrer le terme" />
        </p>
      </Form>
      {term.retired_at === null ? (
        <ActionForm
          action={vocabularies.retirement(list.id, term.id)}
          label="Retirer ce terme"
          kind="danger"
        />
      ) : (
        <ActionForm action={vocabularies.restoration(list.id, term.id)} label="Remettre ce terme en usage" />
      )}
    </>
  );
}

export function TermFields({ term, parents, ...state }: FormState & { term?: Term }) {
  return (
    <>
      <TextField {...state} name="libelle" label="Libellé" value={term?.label} required />
      {parents.length > 0 ? (
        <SelectField
          {...state}
          name="parent"
          label="Rattaché à"
          options={parents}
          empty="Rien"
          value={term?.parent_id}
          required={false}
        />
      ) : null}
      <TextArea
        {...state}
        name="synonymes"
        label="Synonymes"
        help="Un par ligne : les autres mots que l’on trouve pour lui dans les tableurs. La casse et les accents ne comptent pas."
        value={term?.synonyms.join("\n")}
        rows={3}
        required={false}
      />
      <TextArea
        {...state}
        name="description"
        label="Explication"
        help="Ce qu’il veut dire, ou la question qui aide à le choisir."
        value={term?.description}
        rows={2}
        required={false}
      />
    </>
  );
}
