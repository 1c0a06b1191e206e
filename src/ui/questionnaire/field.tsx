import { fieldName, type Question } from "#platform/questionnaire/content.ts";
import { SelectField, TextArea, TextField } from "../fields.tsx";
import { ChoiceGroup } from "./choices.tsx";
import type { QuestionProps } from "./drawing.ts";
import { Consent, PlaceField } from "./field.special.tsx";
import { FilesField } from "./files.tsx";
import { helpOf, Legend } from "./help.tsx";
import { TableField } from "./table.tsx";
import { lineOf } from "./typed.ts";

const inputs = {
  text: {},
  email: { type: "email", inputmode: "email" },
  phone: { type: "tel" },
  web: { type: "text", placeholder: "www.exemple.fr" },
  number: { inputmode: "decimal" },
  money: { inputmode: "decimal", placeholder: "0,00" },
  date: { placeholder: "jj/mm/aaaa" },
  identifier: {},
  organisation: {},
  place: {},
} as const;

/** A question, with its help, its error, and what was answered; `path` is where it stands (a time of a block, or alone). */
export function QuestionField(props: QuestionProps) {
  const { question, path, value, typed, errors, known } = props;
  const name = fieldName(...path);
  const help = helpOf(question) || undefined;
  const framed = { name, label: question.label, help, errors, required: question.required === true };
  const chosen = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  const group = { name, legend: <Legend question={question} />, help, error: errors[name], chosen };
  switch (question.kind) {
    case "paragraph":
      return <TextArea {...framed} rows={6} typed={{ [name]: lineOf(question, value, typed[name]) }} />;
    case "yes_no": {
      const said = value === undefined ? [] : [value === true ? "oui" : "non"];
      const options = [
        { value: "oui", label: "Oui" },
        { value: "non", label: "Non" },
      ];
      return <ChoiceGroup {...group} type="radio" options={withNone(question, options)} chosen={said} />;
    }
    case "choice": {
      const options = (question.options ?? []).map(({ id, label }) => ({ value: id, label }));
      return options.length > 12 ? (
        <SelectField {...framed} options={options} empty="" value={chosen[0] ?? ""} />
      ) : (
        <ChoiceGroup {...group} type="radio" options={withNone(question, options)} />
      );
    }
    case "many":
      return (
        <ChoiceGroup
          {...group}
          type="checkbox"
          options={(question.options ?? []).map(({ id, label }) => ({ value: id, label }))}
        />
      );
    case "term":
      return (
        <SelectField
          {...framed}
          options={plainOptions(known.terms.get(question.list ?? ""))}
          empty=""
          value={chosen[0] ?? ""}
        />
      );
    case "terms":
      return <ChoiceGroup {...group} type="checkbox" options={known.terms.get(question.list ?? "") ?? []} />;
    case "country":
      return (
        <SelectField {...framed} options={plainOptions(known.countries)} empty="" value={chosen[0] ?? ""} />
      );
    case "countries":
      return <ChoiceGroup {...group} type="checkbox" options={known.countries} />;
    case "file":
      return <FilesField {...props} name={name} />;
    case "table":
      return <TableField {...props} />;
    case "consent":
      return <Consent {...props} name={name} />;
    case "place":
      return <PlaceField {...props} name={name} framed={framed} />;
    case "block":
      return null;
    default:
      return (
        <TextField
          {...framed}
          {...inputs[question.kind]}
          typed={{ [name]: lineOf(question, value, typed[name]) }}
        />
      );
  }
}

const plainOptions = (
  choices: readonly { value: string; label: string; group?: string | undefined }[] = [],
) => choices.map(({ value, label, group }) => (group ? { value, label, group } : { value, label }));

/** One may change one's mind: an answer that is not required can be taken back. */
const withNone = ({ required }: Question, options: readonly { value: string; label: string }[]) =>
  required ? options : [...options, { value: "", label: "Sans réponse" }];
