import type { Child } from "hono/jsx";
import type { Errors } from "#platform/web/form.ts";
import type { Option } from "./fields.tsx";
import { formatNumber } from "./format.ts";

interface Props {
  name: string;
  legend: string;
  options: readonly (Option & { mark?: Child })[];
  chosen: readonly string[];
  help?: Child;
  errors?: Errors;
  /** An answer is awaited. */
  required?: boolean;
}

/** From this many boxes on, they are behind a line that says how many are checked. */
const long = 8;

/** Several answers of a list: boxes to check, under one question; a long list is folded, and opens by keyboard. */
export function CheckGroup({ name, legend, options, chosen, help, errors, required }: Props) {
  const checked = options.filter(({ value }) => chosen.includes(value));
  const error = errors?.[name];
  const boxes = <Boxes name={name} options={options} chosen={chosen} />;
  return (
    <fieldset class={`field checks ${error ? "field-wrong" : ""}`} id={`champ-${name}`} tabindex={-1}>
      <legend>
        {legend} {required ? null : <span class="optional">(facultatif)</span>}
      </legend>
      {help ? <p class="help">{help}</p> : null}
      {error ? <p class="error">{error}</p> : null}
      {options.length < long ? (
        boxes
      ) : (
        <details open={Boolean(error)}>
          <summary>
            {checked.length === 0
              ? `Choisir parmi ${formatNumber(options.length)}`
              : checked.map(({ label }) => label).join("\u00a0; ")}
          </summary>
          {boxes}
        </details>
      )}
    </fieldset>
  );
}

function Boxes({ name, options, chosen }: Pick<Props, "name" | "options" | "chosen">) {
  const groups = Map.groupBy(options, (option) => option.group ?? "");
  return (
    <>
      {[...groups].map(([group, members]) => (
        <div class="check-boxes">
          {group ? <p class="check-group">{group}</p> : null}
          {members.map(({ value, label, mark }) => (
            <div class="check-line">
              <input
                class="checkbox"
                type="checkbox"
                name={`${name}[]`}
                value={value}
                id={`champ-${name}-${value}`}
                checked={chosen.includes(value)}
              />
              <label for={`champ-${name}-${value}`}>
                {mark}
                {label}
              </label>
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
