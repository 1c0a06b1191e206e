import { incubation } from "#paths/incubation.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { CohortForm } from "./input.ts";
import type { CohortChoices } from "./queries.choices.ts";
import type { Cohort } from "./queries.ts";
import { type CohortField, cohortLabels, cohortsTitle } from "./texts.ts";

export const newTitle = "Ouvrir une cohorte";
export const editTitle = ({ name }: { name: string }) => `Modifier « ${name} »`;
export const upToCohorts = [{ label: cohortsTitle, href: incubation.all() }];

interface Props {
  choices: CohortChoices;
  typed: Typed;
  errors?: Errors;
}

export const NewCohortPage = (props: Props) => (
  <>
    <PageHeader
      title={newTitle}
      trail={upToCohorts}
      lead="Un nom et deux années suffisent ; les organisations, les jalons et le budget viennent ensuite."
    />
    <Fields {...props} action={incubation.add()} back={incubation.all()} />
  </>
);

/** A cohort being changed. `mine`: what was sent too late, after a colleague saved. */
export function EditCohortPage({ cohort, mine, ...props }: Props & { cohort: Cohort; mine?: CohortForm }) {
  const here = incubation.one(cohort.id);
  return (
    <>
      <PageHeader title={editTitle(cohort)} trail={[...upToCohorts, { label: cohort.name, href: here }]} />
      {mine ? (
        <Overtaken
          at={cohort.updated_at}
          labels={cohortLabels}
          saved={worded(formOf(cohort), props.choices)}
          typed={worded(mine, props.choices)}
          restart={incubation.edit(cohort.id)}
        />
      ) : null}
      <Fields {...props} action={incubation.edit(cohort.id)} version={cohort.version} back={here} />
    </>
  );
}

/** What is said of a recorded cohort, as it would be typed in the form. */
export const formOf = (cohort: Cohort) => ({
  nom: cohort.name,
  dispositif: String(cohort.scheme_id ?? ""),
  de: String(cohort.from_year),
  a: String(cohort.to_year),
  referent: cohort.referent_id ?? "",
  objet: cohort.purpose,
});

function worded(
  form: Record<CohortField, string | number | null>,
  { schemes, staff }: CohortChoices,
): Record<CohortField, string> {
  return {
    nom: String(form.nom),
    dispositif: schemes.find(({ id }) => String(id) === String(form.dispositif))?.label ?? "",
    de: String(form.de),
    a: String(form.a),
    referent: staff.find(({ value }) => value === form.referent)?.label ?? "",
    objet: String(form.objet),
  };
}

function Fields({
  action,
  back,
  version,
  choices,
  typed,
  errors,
}: Props & { action: string; back: string; version?: number }) {
  const field = (name: CohortField) => ({ name, label: cohortLabels[name], typed, errors });
  return (
    <Form action={action} errors={errors} once={version === undefined} behaviour="quick-save">
      {version === undefined ? null : <Hidden name="version" value={String(version)} />}
      <TextField {...field("nom")} required autofocus={!errors} autocomplete="off" />
      <div class="field-row">
        <TextField {...field("de")} required inputmode="numeric" autocomplete="off" />
        <TextField
          {...field("a")}
          required
          inputmode="numeric"
          autocomplete="off"
          help="La dernière année."
        />
      </div>
      <div class="field-row">
        <SelectField {...field("referent")} required={false} empty="Personne" options={choices.staff} />
        {choices.schemes.length > 0 ? (
          <SelectField
            {...field("dispositif")}
            required={false}
            empty="Aucun"
            options={choices.schemes.map(({ id, label }) => ({ value: String(id), label }))}
          />
        ) : null}
      </div>
      <TextArea {...field("objet")} required={false} rows={4} />
      <div class="buttons">
        <Submit label="Enregistrer" />
        <a href={back}>Renoncer</a>
        <span class="help">Ctrl + Entrée enregistre.</span>
      </div>
    </Form>
  );
}
