import { randomUUID } from "node:crypto";
import type { PropsWithChildren } from "hono/jsx";
import { createContext, useContext } from "hono/jsx";
import type { Errors } from "#platform/web/form.ts";

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
  /** Attributes for a behaviour: `data-…` only. */
  data?: Readonly<Record<`data-${string}`, string>>;
}

/** A change: posted, answered by 303, or by 422 with this same form, its errors and what was typed. */
export function Form({
  action,
  once,
  multipart,
  errors = {},
  label,
  behaviour,
  data,
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
      {...data}
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
        {of ? <span class="sr-only"> « {of} »</span> : null}
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
