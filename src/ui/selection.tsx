import type { PropsWithChildren } from "hono/jsx";

/** The box of a row of a list, that belongs to the form `form` wherever it stands. */
export function RowBox({ form, value, label }: { form: string; value: string | number; label: string }) {
  const id = `${form}-${value}`;
  return (
    <>
      <input type="checkbox" class="checkbox" form={form} name="choix" value={value} id={id} />
      <label for={id} class="sr-only">
        Cocher {label}
      </label>
    </>
  );
}

/** What is done with the rows checked: the next page says it before it is done. Works from the keyboard, without a script. */
export function SelectionForm({
  id,
  action,
  label,
  children,
}: PropsWithChildren<{ id: string; action: string; label: string }>) {
  return (
    <form
      method="get"
      action={action}
      id={id}
      aria-label={label}
      class="selection"
      data-controller="selection"
    >
      {children}
    </form>
  );
}
