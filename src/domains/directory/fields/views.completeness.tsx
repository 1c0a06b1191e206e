import { formatShare } from "#ui/format.ts";
import type { Field, FieldValues } from "./registry.ts";
import { completenessOf } from "./rules.ts";

/**
 * How complete a card is: a bar, and what it lacks, each a link to where it is filled in (`hrefOf` of its field; none:
 * plain words).
 */
export function Completeness({
  fields,
  values,
  hrefOf,
}: {
  fields: readonly Field[];
  values: FieldValues;
  hrefOf?: (field: Field) => string;
}) {
  const { share, missing } = completenessOf(fields, values);
  const percent = Math.round(share * 100);
  return (
    <div class="completeness">
      <p id="completude">
        {missing.length === 0
          ? "La fiche est complète."
          : `La fiche est complète à ${formatShare(percent / 100)}.`}
      </p>
      <progress max={100} value={percent} class="progress" aria-labelledby="completude" />
      {missing.length > 0 ? (
        <details>
          <summary>Ce qui lui manque</summary>
          <ul class="missing">
            {missing.map((field) => (
              <li>{hrefOf ? <a href={hrefOf(field)}>{field.label}</a> : field.label}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
