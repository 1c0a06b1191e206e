import { directory } from "#paths/directory.ts";
import { incubation } from "#paths/incubation.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Cohort, CohortBudgetLine } from "./queries.ts";
import { lineKinds } from "./rules.ts";
import { kindLabels } from "./texts.ts";
import { upToCohorts } from "./views.form.tsx";

/** What is said of a line of a budget. */
export function LineFields({ typed, errors }: { typed: Typed; errors?: Errors | undefined }) {
  const field = { typed, errors, autocomplete: "off" };
  const amount = { ...field, required: false, inputmode: "decimal" as const };
  return (
    <>
      <div class="field-row">
        <SelectField
          {...field}
          name="genre"
          label="Genre"
          required
          options={lineKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
        />
        <TextField {...field} name="intitule" label="À quoi, ou d’où" required />
      </div>
      <div class="field-row">
        <TextField {...amount} name="prevu" label="Prévu" help="1 500 ou 1 259,50 €." />
        <TextField {...amount} name="realise" label="Réalisé à ce jour" />
      </div>
      <TextField
        {...field}
        name="financeur"
        label="Financeur"
        data={{ "data-controller": "suggestions", "data-suggestions-url-value": directory.suggestions() }}
        required={false}
        help="Pour une recette."
      />
    </>
  );
}

export const lineTitle = ({ label }: { label: string }) => `Modifier « ${label} »`;

/** A line of the budget being changed. */
export function LinePage({
  cohort,
  line,
  typed,
  errors,
}: {
  cohort: Cohort;
  line: CohortBudgetLine;
  typed: Typed;
  errors?: Errors;
}) {
  const here = incubation.one(cohort.id);
  return (
    <>
      <PageHeader title={lineTitle(line)} trail={[...upToCohorts, { label: cohort.name, href: here }]}>
        <ActionForm action={incubation.lineRemoval(cohort.id, line.id)} label="Supprimer" kind="danger" />
      </PageHeader>
      <Form action={incubation.line(cohort.id, line.id)} errors={errors}>
        <Hidden name="version" value={String(typed["version"] ?? line.version)} />
        <LineFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={here}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
