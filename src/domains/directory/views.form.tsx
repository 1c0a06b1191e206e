import type { Child } from "hono/jsx";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { SelectField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import type { FieldChoices } from "./fields/choices.ts";
import type { Field } from "./fields/registry.ts";
import { FieldInput } from "./fields/views.tsx";
import { sections } from "./layout.ts";
import { statuses, visibilities } from "./texts.ts";

export interface FormProps {
  action: string;
  back: string;
  fields: readonly Field[];
  choices: FieldChoices;
  typed: Typed;
  errors?: Errors;
  /** The version that is being changed; none when the organisation is new. */
  version?: number;
  /** What is said above the questions: probable duplicates, for one. */
  above?: Child;
  /** What stands under the name: who else may bear it, as one types. */
  underName?: Child;
}

const words = (list: Record<string, string>, values: readonly string[]) =>
  values.map((value) => ({ value, label: list[value] ?? value }));

/** The form of an organisation: only its name must be known. It asks every field of the record, in sections. */
export function OrganisationForm({ action, back, fields, version, above, underName, ...state }: FormProps) {
  const { choices, typed, errors } = state;
  const tags = choices["tags"] ?? [];
  return (
    <Form action={action} errors={errors} once={version === undefined} multipart>
      {version === undefined ? null : <Hidden name="version" value={String(version)} />}
      {above}
      {sections(fields).map(({ legend, help, rows }) => {
        const questions = rows.map((row) => <Row fields={row} underName={underName} {...state} />);
        return legend ? (
          <fieldset class="form">
            <legend>{legend}</legend>
            {help ? <p class="help">{help}</p> : null}
            {questions}
          </fieldset>
        ) : (
          questions
        );
      })}
      <fieldset class="form">
        <legend>Pour l’équipe</legend>
        {tags.length > 0 ? (
          <CheckGroup
            name="etiquettes"
            legend="Étiquettes"
            options={tags}
            chosen={[typed["etiquettes"] ?? []].flat()}
            help="Les marques de l’équipe ; elles ne sont jamais publiques."
          />
        ) : null}
        <SelectField
          {...{ typed, errors }}
          name="visibilite"
          label="Qui voit sa fiche"
          required
          options={words(visibilities, ["internal", "listed"])}
        />
        <SelectField
          {...{ typed, errors }}
          name="statut"
          label="État de la fiche"
          required
          options={words(statuses, ["published", "proposed"])}
        />
      </fieldset>
      <div class="buttons">
        <Submit label="Enregistrer" />
        <a href={back}>Renoncer</a>
      </div>
    </Form>
  );
}

type RowProps = Pick<FormProps, "choices" | "typed" | "errors" | "underName"> & { fields: readonly Field[] };

/** One question, or two short ones side by side. */
function Row({ fields, underName, ...state }: RowProps) {
  const questions = fields.map((field) => (
    <>
      <FieldInput field={field} required={field.key === "name"} autofocus={field.key === "name"} {...state} />
      {field.key === "name" ? underName : null}
    </>
  ));
  return fields.length > 1 ? <div class="field-row">{questions}</div> : questions;
}
