import type { Child } from "hono/jsx";
import { Hidden } from "./form.tsx";

/** A line of boxes; `boxes` holds one a column, undefined where there is none. */
export interface GridLine {
  heading: Child;
  /** Said before each box to those who do not see the line. */
  name: string;
  /** Under the heading, in small. */
  note?: Child;
  boxes: readonly ({ value: string; checked: boolean; tone?: string } | undefined)[];
}

/**
 * Boxes in lines and columns, of one field: `Tab` goes from one to the next, `Espace` checks. What was checked when the page was drawn goes with
 * the form (`before`), so that only what was touched changes.
 */
export function CheckGrid({
  caption,
  name,
  before,
  first,
  columns,
  lines,
  totals,
}: {
  caption: string;
  name: string;
  before: string;
  /** What the lines are. */
  first: string;
  columns: readonly { label: string; note?: string }[];
  lines: readonly GridLine[];
  totals?: readonly Child[];
}) {
  const checked = lines.flatMap(({ boxes }) => boxes.flatMap((box) => (box?.checked ? box.value : [])));
  return (
    <section class="table-frame" tabindex={0} aria-label={caption}>
      <Hidden name={before} value={checked.join(" ")} />
      <table class="table check-grid">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(({ label, note }) => (
              <th scope="col">
                {label}
                {note ? <span class="help"> {note}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ heading, name: who, note, boxes }) => (
            <tr>
              <th scope="row">
                {heading}
                {note ? <span class="help">{note}</span> : null}
              </th>
              {boxes.map((box, column) => (
                <td>
                  {box ? (
                    <label class="check-cell" for={`champ-${name}-${box.value}`}>
                      <input
                        class="checkbox"
                        type="checkbox"
                        name={`${name}[]`}
                        value={box.value}
                        id={`champ-${name}-${box.value}`}
                        checked={box.checked}
                      />
                      <span class="sr-only">
                        {who}, {columns[column]?.label}
                      </span>
                      {box.tone ? <span class="help">{box.tone}</span> : null}
                    </label>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot>
            <tr>
              <th scope="row">Présences</th>
              {totals.map((total) => (
                <td>{total}</td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
