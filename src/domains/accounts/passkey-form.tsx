import type { PropsWithChildren } from "hono/jsx";
import { accounts } from "#paths/accounts.ts";
import { Form, Hidden, Submit } from "#ui/form.tsx";

/** Shown by its script alone, where the browser knows passkeys; the challenge comes from `options`. */
export function PasskeyForm({
  label,
  action,
  options = accounts.passkeyOptions(),
  ceremony = "get",
  children,
}: PropsWithChildren<{ label: string; action: string; options?: string; ceremony?: "get" | "create" }>) {
  return (
    <section
      hidden
      class="passkey"
      data-controller="passkey"
      data-passkey-options-value={options}
      data-passkey-ceremony-value={ceremony}
    >
      <Form action={action} label={label}>
        {children}
        <Hidden name="response" value="" />
        <div class="buttons">
          <Submit label={label} kind="quiet" />
        </div>
      </Form>
      <p role="status" data-passkey-target="word" />
    </section>
  );
}
