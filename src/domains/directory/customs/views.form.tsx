import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { fieldVisibilities } from "../fields/registry.ts";
import { visibilityWords } from "../fields/texts.ts";
import type { CustomField } from "./queries.ts";
import { customKinds } from "./rules.ts";
import { kindWords } from "./texts.ts";

interface Props {
  action: string;
  field?: CustomField;
  errors?: Errors;
  typed?: Typed;
}

/** Adding a field, or changing one. */
export function CustomFieldForm({ action, field, ...state }: Props) {
  const { typed, errors } = state;
  const isChecked = (name: string, recorded: boolean) => (typed ? Boolean(typed[name]) : recorded);
  return (
    <Form
      action={action}
      errors={errors}
      once={!field}
      label={field ? "Changer ce champ" : "Ajouter un champ"}
    >
      {field ? <Hidden name="version" value={String(field.version)} /> : null}
      <TextField {...state} name="libelle" label="Nom du champ" value={field?.label} required />
      <SelectField
        {...state}
        name="genre"
        label="Ce qu’il contient"
        value={field?.kind ?? "text"}
        options={customKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        help={field && field.answered > 0 ? "Des fiches y répondent : cela ne peut plus changer." : undefined}
      />
      <fieldset class="form">
        <legend>Les réponses de la liste</legend>
        <p class="help">Pour un champ à une ou plusieurs réponses seulement.</p>
        {(field?.choices ?? []).map(({ code, label }) => (
          <TextField
            {...state}
            name={`reponse_${code}`}
            label={`Réponse « ${label} »`}
            value={label}
            required={false}
          />
        ))}
        <TextArea
          {...state}
          name="reponses"
          label="Réponses à ajouter, une par ligne"
          rows={4}
          required={false}
        />
      </fieldset>
      <TextArea
        {...state}
        name="aide"
        label="Aide"
        help="Une phrase sous la question, pour qui répond."
        value={field?.help}
        rows={2}
        required={false}
      />
      <SelectField
        {...state}
        name="vue"
        label="Qui le voit"
        value={field?.visibility ?? "staff"}
        options={fieldVisibilities.map((value) => ({ value, label: visibilityWords[value] }))}
        help="Chaque fiche peut en décider autrement."
      />
      <CheckboxField
        name="sur"
        label="Ce que l’organisation en dit est pris sans relecture"
        checked={isChecked("sur", field?.safe ?? false)}
      />
      <CheckboxField
        name="filtre"
        label="Est un filtre des listes"
        checked={isChecked("filtre", field?.filter ?? false)}
      />
      <p>
        <Submit label={field ? "Enregistrer le champ" : "Ajouter le champ"} />
      </p>
    </Form>
  );
}
