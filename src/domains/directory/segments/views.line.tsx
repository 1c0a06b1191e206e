import type { Errors } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { CheckboxField, RadioField, SelectField, TextField } from "#ui/fields.tsx";
import { Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { nameOf } from "./draft.ts";
import type { DrawnField, DrawnLine } from "./reading.ts";

/** One criterion with its questions, how it holds to the one before, and the button that takes it away. */
export function Line({ drawn, place, errors }: { drawn: DrawnLine; place: number; errors: Errors }) {
  const { line, criterion, fields } = drawn;
  return (
    <fieldset class={`segment-line ${line.or ? "segment-or" : ""}`}>
      <legend>{criterion?.label ?? "Un critère qui n’existe plus"}</legend>
      <Hidden name={nameOf(place)} value={line.criterion} />
      {place > 1 ? (
        <RadioField
          legend="Avec le critère précédent"
          name={nameOf(place, "lien")}
          chosen={line.or ? "ou" : "et"}
          options={[
            { value: "et", label: "les deux (et)" },
            { value: "ou", label: "l’un ou l’autre (ou)" },
          ]}
        />
      ) : null}
      {fields.map((field) => (
        <Question drawn={field} errors={errors} />
      ))}
      <CheckboxField name={nameOf(place, "non")} label="Celles qui n’y répondent pas" checked={line.not} />
      <Submit label="Retirer ce critère" kind="quiet" name="faire" value={`retirer-${place}`} />
    </fieldset>
  );
}

const yearHelp = "2021, ou « cette année », « l’année dernière » : le segment suit alors le calendrier.";

function Question({ drawn, errors }: { drawn: DrawnField; errors: Errors }) {
  const { field, name, choices, values, refusal } = drawn;
  const wrong = refusal ? { ...errors, [name]: refusal } : errors;
  const help = field.kind === "year" ? [field.help, yearHelp].filter(Boolean).join(" ") : field.help;
  const common = { name, label: field.label, help, errors: wrong, required: !field.optional };
  if (field.kind === "many")
    return (
      <CheckGroup
        {...common}
        legend={field.label}
        options={choices.map(({ group, ...choice }) => (group ? { ...choice, group } : choice))}
        chosen={values}
      />
    );
  if (field.kind === "one")
    return (
      <SelectField
        {...common}
        options={choices.map(({ group, ...choice }) => (group ? { ...choice, group } : choice))}
        empty="Choisir"
        value={values[0] ?? ""}
      />
    );
  if (field.kind === "names") {
    const called = new Map(choices.map(({ value, label }) => [value, label]));
    const { behaviour = "", url = "" } = field.proposals ?? {};
    return (
      <TextField
        {...common}
        value={values.map((value) => called.get(value) ?? value).join(", ")}
        autocomplete="off"
        {...(behaviour
          ? { data: { "data-controller": behaviour, [`data-${behaviour}-url-value`]: url } }
          : {})}
      />
    );
  }
  const value = values[0] ?? "";
  const isDay = field.kind === "day" && !refusal && value !== "";
  return (
    <TextField
      {...common}
      value={isDay ? formatShortDay(value) : value}
      inputmode={field.kind === "number" ? "numeric" : "text"}
      autocomplete="off"
    />
  );
}
