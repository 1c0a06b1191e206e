import type { Child } from "hono/jsx";

export interface SideChoice {
  value: string;
  /** Whose value it is, said to those who do not see the columns. */
  of: string;
  label: Child;
  /** Where it comes from. */
  note?: Child;
}

/** One question answered by choosing one of two things side by side; a third choice stands under them. */
export function SidesField({
  name,
  legend,
  options,
  chosen,
}: {
  name: string;
  legend: string;
  options: readonly SideChoice[];
  chosen: string;
}) {
  return (
    <fieldset class="sides" id={`champ-${name}`} tabindex={-1}>
      <legend>{legend}</legend>
      <div class="sides-options">
        {options.map(({ value, of, label, note }) => (
          <div class="side">
            <input
              class="radio"
              type="radio"
              name={name}
              value={value}
              id={`champ-${name}-${value}`}
              checked={value === chosen}
            />
            <label for={`champ-${name}-${value}`}>
              <span class="sr-only">{of} : </span>
              {label}
              {note ? <span class="side-note">{note}</span> : null}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
