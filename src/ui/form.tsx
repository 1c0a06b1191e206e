import { randomUUID } from "node:crypto";
import type { Child, PropsWithChildren } from "hono/jsx";
import { createContext, useContext } from "hono/jsx";
import type { Errors, Typed } from "#platform/web/form.ts";

/** The request's proof that a form is ours; the shell provides it, the forms below write it. */
export const CsrfContext = createContext("");

interface FormProps {
  action: string;
  /** The form creates something: sent twice, it acts once. */
  once?: boolean;
  multipart?: boolean;
  errors?: Errors;
  class?: string;
  label?: string;
  /** A Stimulus controller that makes it quicker. */
  behaviour?: string;
}

/** A change: posted, answered by 303, or by 422 with this same form, its errors and what was typed. */
export function Form({
  action,
  once,
  multipart,
  errors = {},
  label,
  behaviour,
  children,
  ...rest
}: PropsWithChildren<FormProps>) {
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? "multipart/form-data" : undefined}
      aria-label={label}
      data-controller={behaviour}
      class={rest.class ?? "form"}
      novalidate
    >
      <Hidden name="csrf" value={useContext(CsrfContext)} />
      {once ? <Hidden name="once" value={randomUUID()} /> : null}
      <ErrorSummary errors={errors} />
      {children}
    </form>
  );
}

/** A change that is one button: delete, undo, publish. */
export function ActionForm({
  action,
  label,
  of,
  kind = "quiet",
  confirm,
  hidden = {},
}: {
  action: string;
  label: string;
  /** What it acts on, said to those who do not see the row: buttons of a list then have each their name. */
  of?: string;
  kind?: "primary" | "quiet" | "danger";
  confirm?: string;
  hidden?: Record<string, string | number>;
}) {
  return (
    <form method="post" action={action} class="action" data-turbo-confirm={confirm}>
      <Hidden name="csrf" value={useContext(CsrfContext)} />
      {Object.entries(hidden).map(([name, value]) => (
        <Hidden name={name} value={String(value)} />
      ))}
      <button type="submit" class={`button button-${kind}`}>
        {label}
        {of ? <span class="sr-only"> « {of} »</span> : null}
      </button>
    </form>
  );
}

/** A question put to a list: sent as a query string, so the answer has an address. */
export function SearchForm({
  action,
  label,
  children,
  ...rest
}: PropsWithChildren<{ action: string; label: string; class?: string }>) {
  return (
    <search>
      <form
        method="get"
        action={action}
        aria-label={label}
        class={rest.class ?? "search"}
        data-controller="autosubmit"
      >
        {children}
      </form>
    </search>
  );
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** What is wrong, at the top, each line a link to its field. */
export function ErrorSummary({ errors }: { errors: Errors }) {
  const lines = Object.entries(errors);
  if (lines.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="erreurs" data-controller="focus">
      <p class="error-summary-title">
        {lines.length === 1 ? "Une chose est à corriger" : `${lines.length} choses sont à corriger`}
      </p>
      <ul>
        {lines.map(([name, message]) => (
          <li>{name ? <a href={`#champ-${name}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}

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
    <fieldset class="field radios" id={`champ-${name}`}>
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

export function Submit({
  label,
  kind = "primary",
  name,
  value,
}: {
  label: string;
  kind?: "primary" | "quiet" | "danger";
  name?: string;
  value?: string;
}) {
  return (
    <button type="submit" class={`button button-${kind}`} name={name} value={value}>
      {label}
    </button>
  );
}
