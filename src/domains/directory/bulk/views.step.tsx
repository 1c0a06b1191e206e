import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type Option, SelectField, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { type Query, withQuery } from "#ui/list.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Selection } from "./input.ts";
import { type BulkKind, bulkExplanations, bulkLabels } from "./texts.ts";

interface Props {
  kind: BulkKind;
  chosen: Selection;
  count: number;
  names: readonly string[];
  query: Query;
  tags: readonly Option[];
  lists: readonly Option[];
  typed?: Typed;
  errors?: Errors;
}

/** What is about to be done to many, said before it is done; nothing is written yet. */
export function BulkPage({ kind, chosen, count, names, query, tags, lists, typed = {}, errors = {} }: Props) {
  const back = withQuery(directory.all(), query);
  const fields = { typed, errors };
  return (
    <>
      <PageHeader title={bulkLabels[kind]} trail={[{ label: "Annuaire", href: back }]} />
      <p class="total">{plural(count, "organisation")}</p>
      <p>
        {names.join(", ")}
        {count > names.length ? ` et ${plural(count - names.length, "autre")}` : ""}.
      </p>
      <Callout>{bulkExplanations[kind]}</Callout>
      <Form action={withQuery(directory.bulk(), { ...query, faire: kind })} once errors={errors}>
        <Hidden name="portee" value={chosen.portee} />
        {chosen.portee === "cochees"
          ? chosen.choix.map((id) => <Hidden name="choix[]" value={String(id)} />)
          : null}
        {(kind === "tag" && tags.length > 0) || kind === "untag" ? (
          <SelectField
            {...fields}
            name="etiquette"
            label="Étiquette"
            options={tags}
            empty="Choisir une étiquette"
          />
        ) : null}
        {kind === "tag" ? (
          <TextField
            {...fields}
            name="nouvelle_etiquette"
            label={tags.length > 0 ? "Ou une nouvelle étiquette" : "Une nouvelle étiquette"}
            required={false}
          />
        ) : null}
        {(kind === "collect" && lists.length > 0) || kind === "discard" ? (
          <SelectField {...fields} name="liste" label="Liste" options={lists} empty="Choisir une liste" />
        ) : null}
        {kind === "collect" ? (
          <TextField
            {...fields}
            name="nouvelle_liste"
            label={lists.length > 0 ? "Ou une nouvelle liste" : "Une nouvelle liste"}
            required={false}
          />
        ) : null}
        <p>
          <Submit label={`${bulkLabels[kind]} : ${plural(count, "organisation")}`} />
          <a href={back}>Renoncer</a>
        </p>
      </Form>
    </>
  );
}

/** Nothing was chosen: how one chooses. */
export function NothingChosen({ query }: { query: Query }) {
  const back = withQuery(directory.all(), query);
  return (
    <>
      <PageHeader title={nothingTitle} trail={[{ label: "Annuaire", href: back }]} />
      <p>
        Cochez des organisations dans la liste, ou choisissez « toutes celles de cette recherche » à côté de
        l’action. <a href={back}>Revenir à la liste</a>
      </p>
    </>
  );
}

export const nothingTitle = "Aucune organisation n’est choisie";
