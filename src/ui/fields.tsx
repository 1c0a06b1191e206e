import type { Child, PropsWithChildren } from "hono/jsx";
import type { Errors, Typed } from "#platform/web/form.ts";

interface FieldProps {
  name: string;
  label: string;
  help?: Child;
  errors?: Errors;
  typed?: Typed;
  /** What the field holds before anything is typed. */
  value?: string | number | null;
  required?: boolean;
  class?: string;
}

/** What was typed wins over what is recorded. */
const shown = ({ name, typed, value }: FieldProps) => {
  const text = typed?.[name] ?? value ?? "";
  return Array.isArray(text) ? text.join(", ") : String(text);
};

/** Label, help, error, field: the frame of every question. */
function Question({ name, label, help, errors, required, children, ...rest }: PropsWithChildren<FieldProps>) {
  const error = errors?.[name];
  return (
    <div class={`field ${error ? "field-wrong" : ""} ${rest.class ?? ""}`}>
      <label for={`champ-${name}`}>
        {label}
        {required === false ? <span class="optional"> (facultatif)</span> : null}
      </label>
      {help ? (
        <p class="help" id={`aide-${name}`}>
          {help}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`erreur-${name}`}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

const described = ({ name, help, errors }: FieldProps) => {
  const ids = [help ? `aide-${name}` : "", errors?.[name] ? `erreur-${name}` : ""].filter(Boolean);
  return {
    id: `champ-${name}`,
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": errors?.[name] ? ("true" as const) : undefined,
  };
};

interface InputProps extends FieldProps {
  type?: "text" | "email" | "password" | "search" | "tel" | "url" | "number" | "color";
  inputmode?: "text" | "numeric" | "decimal" | "email";
  autocomplete?: string;
  placeholder?: string;
  list?: string;
  autofocus?: boolean;
  /** Attributes for a behaviour: `data-…` only. */
  data?: Record<`data-${string}`, string>;
}

export function TextField({
  type = "text",
  inputmode,
  autocomplete,
  placeholder,
  list,
  autofocus,
  data,
  ...field
}: InputProps) {
  return (
    <Question {...field}>
      <input
        class="input"
        type={type}
        name={field.name}
        value={type === "password" ? "" : shown(field)}
        inputmode={inputmode}
        autocomplete={autocomplete}
        placeholder={placeholder}
        list={list}
        autofocus={autofocus}
        required={field.required}
        {...data}
        {...described(field)}
      />
    </Question>
  );
}

export function TextArea({
  rows = 5,
  data,
  ...field
}: FieldProps & Pick<InputProps, "data"> & { rows?: number }) {
  return (
    <Question {...field}>
      <textarea
        class="textarea"
        name={field.name}
        rows={rows}
        required={field.required}
        {...data}
        {...described(field)}
      >
        {shown(field)}
      </textarea>
    </Question>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Options of the same group stand together under its name. */
  group?: string;
}

export function SelectField({
  options,
  empty,
  ...field
}: FieldProps & { options: readonly Option[]; empty?: string }) {
  const chosen = shown(field);
  const groups = Map.groupBy(options, (option) => option.group ?? "");
  const line = (option: Option) => (
    <option value={option.value} selected={option.value === chosen}>
      {option.label}
    </option>
  );
  return (
    <Question {...field}>
      <select class="select" name={field.name} required={field.required} {...described(field)}>
        {empty !== undefined ? <option value="">{empty}</option> : null}
        {[...groups].map(([group, members]) =>
          group ? <optgroup label={group}>{members.map(line)}</optgroup> : members.map(line),
        )}
      </select>
    </Question>
  );
}

export function CheckboxField({
  name,
  label,
  help,
  checked,
  value = "oui",
  errors,
}: {
  name: string;
  label: string;
  help?: Child;
  checked?: boolean;
  value?: string;
  errors?: Errors;
}) {
  const id = `champ-${name}${value === "oui" ? "" : `-${value}`}`;
  return (
    <div class="field field-check">
      <input
        class="checkbox"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={help ? `aide-${id}` : undefined}
      />
      <label for={id}>{label}</label>
      {help ? (
        <p class="help" id={`aide-${id}`}>
          {help}
        </p>
      ) : null}
      {errors?.[name] ? <p class="error">{errors[name]}</p> : null}
    </div>
  );
}

export function RadioField({
  options,
  legend,
  name,
  chosen,
  errors,
  help,
}: {
  options: readonly Option[];
  legend: string;
  name: string;
  chosen?: string;
  errors?: Errors;
  help?: Child;
}) {
  return (
    <fieldset class="field radios" id={`champ-${name}`} tabindex={-1}>
      <legend>{legend}</legend>
      {help ? <p class="help">{help}</p> : null}
      {errors?.[name] ? <p class="error">{errors[name]}</p> : null}
      {options.map((option, index) => (
        <div class="radio-line">
          <input
            class="radio"
            type="radio"
            name={name}
            value={option.value}
            id={`champ-${name}-${index}`}
            checked={option.value === chosen}
          />
          <label for={`champ-${name}-${index}`}>{option.label}</label>
        </div>
      ))}
    </fieldset>
  );
}

export function FileField({
  accept,
  multiple,
  ...field
}: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <Question {...field}>
      <input
        class="file"
        type="file"
        name={field.name}
        accept={accept}
        multiple={multiple}
        required={field.required}
        {...described(field)}
      />
    </Question>
  );
}
