import { territory } from "#paths/territory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { RadioField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { GoalSwatch } from "#ui/goal.tsx";
import type { FieldChoices } from "./choices.ts";
import { placeholders, questions } from "./questions.ts";
import type { Field } from "./registry.ts";
import { formName } from "./texts.ts";
import { PictureField } from "./views.picture.tsx";

export interface FieldFormProps {
  choices: FieldChoices;
  typed: Typed;
  errors?: Errors;
}

/** One field of the record as a question, whatever its kind: a line, a list, boxes, a picture. */
export function FieldInput({
  field,
  choices,
  typed,
  errors,
  required = false,
  autofocus,
}: FieldFormProps & { field: Field; required?: boolean; autofocus?: boolean }) {
  const name = formName(field.key);
  const help = field.help || questions[field.key];
  const asked = { name, label: field.label, help, errors, typed, required };
  const line = { ...asked, autofocus, placeholder: placeholders[field.key], autocomplete: "off" };
  const chosen = [typed[name] ?? []].flat();
  switch (field.kind) {
    case "paragraph":
      return <TextArea {...asked} />;
    case "term":
    case "department":
      return <SelectField {...asked} empty="Pas encore connu" options={choices[field.key] ?? []} />;
    case "choice":
      return <SelectField {...asked} empty="Pas encore connu" options={optionsOf(field)} />;
    case "terms":
      return (
        <CheckGroup
          {...{ name, help, errors, chosen }}
          legend={field.label}
          options={(choices[field.key] ?? []).map((one) => ({
            ...one,
            mark: one.goal ? <GoalSwatch goal={one.goal} /> : undefined,
          }))}
        />
      );
    case "choices":
      return (
        <CheckGroup {...{ name, help, errors, chosen }} legend={field.label} options={optionsOf(field)} />
      );
    case "yes_no":
      return (
        <RadioField {...{ name, help, errors }} legend={field.label} options={yesNo} chosen={chosen[0]} />
      );
    case "countries":
      return <TextField {...line} data={proposing("countries", territory.countrySuggestions())} />;
    case "commune":
      return <TextField {...line} data={proposing("places", territory.suggestions())} />;
    case "picture":
      return <PictureField {...asked} />;
    case "year":
      return <TextField {...line} inputmode="numeric" />;
    case "number":
      return <TextField {...line} inputmode="decimal" />;
    case "email":
      return <TextField {...line} inputmode="email" />;
    default:
      return <TextField {...line} />;
  }
}

const optionsOf = (field: Field) => (field.choices ?? []).map(({ code, label }) => ({ value: code, label }));

const yesNo = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
  { value: "", label: "Pas encore connu" },
];

const proposing = (controller: string, url: string) => ({
  "data-controller": controller,
  [`data-${controller}-url-value`]: url,
});
