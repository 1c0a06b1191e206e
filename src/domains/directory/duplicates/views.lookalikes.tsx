import { directory } from "#paths/directory.ts";
import { CheckboxField } from "#ui/fields.tsx";
import { Callout } from "#ui/page.tsx";
import type { Duplicate } from "../matching/duplicates.ts";
import { reasonText } from "./texts.ts";

/** The organisations that may be the one being added, and the box that says that it is another. */
export function Lookalikes({ duplicates }: { duplicates: readonly Duplicate[] }) {
  if (duplicates.length === 0) return null;
  return (
    <Callout tone="warning">
      <p>Cette organisation est peut-être déjà dans l’annuaire :</p>
      <ul>
        {duplicates.map(({ id, name, commune, status, reasons }) => (
          <li>
            <a href={directory.one(id)}>{name}</a>
            {commune ? `, ${commune}` : null}
            {status === "archived" ? ", archivée" : null} : {reasons.map(reasonText).join(" ; ")}.
          </li>
        ))}
      </ul>
      <CheckboxField name="autre" label="Non, c’est bien une autre : l’ajouter." />
    </Callout>
  );
}

/** Where those that resemble what is being typed are shown as one types; without script, sending the form says it. */
export function LookalikesAsTyped({ except }: { except?: number }) {
  return (
    <div
      class="lookalikes"
      role="status"
      data-controller="lookalikes"
      data-lookalikes-url-value={directory.lookalikes()}
      data-lookalikes-except-value={String(except ?? 0)}
    />
  );
}
