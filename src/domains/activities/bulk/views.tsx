import { activities } from "#paths/activities.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField, SelectField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { type Query, withQuery } from "#ui/list.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import { SelectionForm } from "#ui/selection.tsx";
import type { MeetingChoices } from "../queries.ts";
import { fieldLabels } from "../texts.form.ts";
import { type BulkKind, bulkKinds, mostChanged, nothing, type Selection } from "./input.ts";
import { bulkLabels, bulkTitles } from "./texts.ts";

/** The form to which the boxes of the list belong. */
export const selectionForm = "choix";

/** What can be done to the meetings checked, or to all those of the search. */
export function BulkBar({ query, total }: { query: Query; total: number }) {
  return (
    <SelectionForm id={selectionForm} action={activities.bulk()} label="Agir sur plusieurs réunions">
      {Object.entries(query).map(([name, value]) =>
        value === undefined || name === "page" ? null : <Hidden name={name} value={String(value)} />,
      )}
      <RadioField
        legend="Agir sur"
        name="portee"
        chosen="cochees"
        options={[
          { value: "cochees", label: "les réunions cochées" },
          {
            value: "toutes",
            label: `toutes celles de cette recherche : ${formatNumber(Math.min(total, mostChanged))}`,
          },
        ]}
      />
      <SelectField
        name="faire"
        label="Faire"
        options={bulkKinds.map((kind) => ({ value: kind, label: bulkLabels[kind] }))}
      />
      <Submit label="Continuer" kind="quiet" />
    </SelectionForm>
  );
}

interface StepProps {
  kind: BulkKind;
  chosen: Selection;
  count: number;
  subjects: readonly string[];
  query: Query;
  choices: MeetingChoices;
  typed?: Typed;
  errors?: Errors;
}

const lists = ["type", "pole", "axe", "mission", "dispositif"] as const;

/** What is about to be done to many, said before it is done; nothing is written yet. */
export function BulkPage({
  kind,
  chosen,
  count,
  subjects,
  query,
  choices,
  typed = {},
  errors = {},
}: StepProps) {
  const back = withQuery(activities.all(), query);
  return (
    <>
      <PageHeader title={bulkTitles[kind]} trail={[{ label: "Réunions", href: back }]} />
      <p class="total">{plural(count, "réunion")}</p>
      <p>
        {subjects.join(", ")}
        {count > subjects.length ? ` et ${plural(count - subjects.length, "autre")}` : ""}.
      </p>
      {kind === "ranger" ? (
        <Callout tone="warning">
          <p>
            Elles quittent les listes et les totaux. On peut annuler tout de suite, ou rétablir chacune plus
            tard.
          </p>
        </Callout>
      ) : null}
      <Form action={withQuery(activities.bulk(), { ...query, faire: kind })} once errors={errors}>
        <Hidden name="portee" value={chosen.portee} />
        {chosen.portee === "cochees"
          ? chosen.choix.map((id) => <Hidden name="choix[]" value={String(id)} />)
          : null}
        {kind === "changer"
          ? lists
              .filter((name) => choices[name].length > 0)
              .map((name) => (
                <SelectField
                  name={name}
                  label={fieldLabels[name]}
                  typed={typed}
                  errors={errors}
                  empty="Laisser comme c’est"
                  options={[
                    ...choices[name].map(({ id, label }) => ({ value: String(id), label })),
                    ...(name === "type"
                      ? []
                      : [{ value: nothing, label: name === "mission" ? "Aucune" : "Aucun" }]),
                  ]}
                />
              ))
          : null}
        <p class="buttons">
          <Submit
            label={`${kind === "ranger" ? "Supprimer" : "Changer"} ${plural(count, "réunion")}`}
            kind={kind === "ranger" ? "danger" : "primary"}
          />
          <a href={back}>Renoncer</a>
        </p>
      </Form>
    </>
  );
}

export const nothingTitle = "Aucune réunion n’est choisie";

/** Nothing was chosen: how one chooses. */
export function NothingChosen({ query }: { query: Query }) {
  const back = withQuery(activities.all(), query);
  return (
    <>
      <PageHeader title={nothingTitle} trail={[{ label: "Réunions", href: back }]} />
      <p>
        Cochez des réunions dans la liste, ou choisissez « toutes celles de cette recherche » à côté de
        l’action. <a href={back}>Revenir à la liste</a>
      </p>
    </>
  );
}
