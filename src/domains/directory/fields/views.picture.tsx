import { site } from "#paths/site.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, FileField } from "#ui/fields.tsx";
import { Hidden } from "#ui/form.tsx";

/** A picture: the one that is there, with a box to take it away, and another in its place. */
export function PictureField({
  name,
  label,
  errors,
  typed,
}: {
  name: string;
  label: string;
  errors?: Errors;
  typed: Typed;
}) {
  const kept = String(typed[name] ?? "");
  return (
    <div class="picture-field">
      {kept ? (
        <>
          <Hidden name={name} value={kept} />
          <img src={site.picture(kept)} alt={`${label} actuel`} class="record-logo" />
          <CheckboxField name={`${name}_retrait`} label={`Retirer ce ${label.toLowerCase()}`} />
        </>
      ) : null}
      <FileField
        name={`${name}_fichier`}
        label={kept ? `Remplacer le ${label.toLowerCase()}` : label}
        errors={errors}
        accept="image/*"
        required={false}
        help="JPEG, PNG ou WebP. L’image est réduite, et ce que l’appareil y a noté est effacé."
      />
    </div>
  );
}
