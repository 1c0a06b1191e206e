import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { modeLabels, modes } from "./texts.ts";

export interface OfficeChoice {
  id: number;
  name: string;
}

/** How one meets: at an office, by a link, by telephone, elsewhere. */
export function WhereFields({
  typed,
  errors,
  offices,
}: {
  typed: Typed;
  errors?: Errors | undefined;
  offices: readonly OfficeChoice[];
}) {
  const field = { typed, ...(errors ? { errors } : {}) };
  return (
    <>
      <div class="field-row">
        <SelectField
          {...field}
          name="mode"
          label="Comment"
          required
          options={modes.map((mode) => ({ value: mode, label: modeLabels[mode] }))}
        />
        <SelectField
          {...field}
          name="bureau"
          label="Bureau"
          required={false}
          empty="Aucun"
          options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </div>
      <div class="field-row">
        <TextField
          {...field}
          name="lieu"
          label="Lieu, si c’est ailleurs"
          required={false}
          help="Maison des associations, Arras"
        />
        <TextField
          {...field}
          name="visio"
          label="Lien de la visioconférence"
          required={false}
          help="Donné à ceux qui ont réservé seulement."
        />
      </div>
    </>
  );
}
