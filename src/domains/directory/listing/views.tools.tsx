import { directory } from "#paths/directory.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { RadioField, SelectField } from "#ui/fields.tsx";
import { Hidden, SearchForm, Submit } from "#ui/form.tsx";
import { formatNumber } from "#ui/format.ts";
import type { Query } from "#ui/list.tsx";
import { SelectionForm } from "#ui/selection.tsx";
import { bulkKinds, bulkLabels } from "../bulk/texts.ts";
import type { StaffColumn } from "./columns.staff.ts";
import { selectionForm } from "./views.columns.tsx";

const hidden = (query: Query, ...except: readonly string[]) =>
  Object.entries(query).map(([name, value]) =>
    value === undefined || except.includes(name) ? null : <Hidden name={name} value={String(value)} />,
  );

/** What can be done to the organisations checked, or to all those of the search. */
export function BulkBar({ query, total }: { query: Query; total: number }) {
  return (
    <SelectionForm id={selectionForm} action={directory.bulk()} label="Agir sur plusieurs organisations">
      {hidden(query, "page")}
      <RadioField
        legend="Agir sur"
        name="portee"
        chosen="cochees"
        options={[
          { value: "cochees", label: "les organisations cochées" },
          { value: "toutes", label: `toutes celles de cette recherche : ${formatNumber(total)}` },
        ]}
      />
      <SelectField
        name="faire"
        label="Faire"
        options={[
          ...bulkKinds.map((kind) => ({ value: kind, label: bulkLabels[kind] })),
          { value: "export", label: "Emporter dans un tableur" },
        ]}
      />
      <Submit label="Continuer" kind="quiet" />
    </SelectionForm>
  );
}

/** Which columns the list shows and its files hold. */
export function ColumnChoice({
  path,
  query,
  all,
  chosen,
}: {
  path: string;
  query: Query;
  all: readonly StaffColumn[];
  chosen: readonly StaffColumn[];
}) {
  return (
    <details class="column-choice">
      <summary>Colonnes</summary>
      <SearchForm action={path} label="Choisir les colonnes" class="form">
        {hidden(query, "colonnes")}
        <CheckGroup
          name="colonnes"
          legend="Ce que la liste montre, et ses fichiers avec elle"
          options={all.map(({ key, label, group }) => ({ value: key, label, group }))}
          chosen={chosen.map(({ key }) => key)}
          required
        />
        <Submit label="Montrer ces colonnes" kind="quiet" />
      </SearchForm>
    </details>
  );
}
