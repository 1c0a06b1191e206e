import { raw } from "hono/html";
import type { ChartKind } from "./chart-options.ts";
import { drawChart } from "./chart-svg.ts";
import { formatNumber } from "./format.ts";

/** One line of a chart and of the table behind it. */
export interface ChartLine {
  label: string;
  value: number;
  /** Where the rows that it counts are. */
  href?: string;
  /** The same line the year before. */
  previous?: number;
  note?: string;
}

interface Props {
  /** What the chart shows, as its heading. */
  title: string;
  /** What a value counts: `réunions`. */
  unit: string;
  kind: ChartKind;
  lines: readonly ChartLine[];
  /** Makes the ids of this page's charts differ. */
  name: string;
  years?: { year: number; previous: number };
}

/** A chart drawn on the server, said in words to those who do not see it, with its table behind one click. */
export function Chart({ title, unit, kind, lines, name, years }: Props) {
  const greatest = lines.reduce<ChartLine | undefined>(
    (best, line) => (best === undefined || line.value > best.value ? line : best),
    undefined,
  );
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {raw(
        labelled(drawChart(kind, lines), {
          id: `graphique-${name}`,
          title,
          description: greatest
            ? `${lines.length} valeurs ; la plus grande : ${greatest.label}, ${formatNumber(greatest.value)} ${unit}.`
            : "Aucune valeur.",
        }),
      )}
      <details class="chart-table">
        <summary>
          Voir le tableau<span class="sr-only"> : {title}</span>
        </summary>
        <LinesTable title={title} unit={unit} lines={lines} years={years} />
      </details>
    </figure>
  );
}

/** The figures of a breakdown as a table, each opening on the rows that it counts. */
export function LinesTable({ title, unit, lines, years }: Pick<Props, "title" | "unit" | "lines" | "years">) {
  const compared = years !== undefined && lines.some((line) => line.previous !== undefined);
  return (
    <table class="table lines-table">
      <caption class="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Intitulé</th>
          <th scope="col" class="numeric">
            {compared ? `${unit} en ${years.year}` : unit}
          </th>
          {compared ? (
            <th scope="col" class="numeric">
              en {years.previous}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, value, href, previous, note }) => (
          <tr>
            <th scope="row">
              {label}
              {note && note !== label ? <span class="line-note"> ({note})</span> : null}
            </th>
            <td class="numeric">{href ? <a href={href}>{formatNumber(value)}</a> : formatNumber(value)}</td>
            {compared ? <td class="numeric">{formatNumber(previous ?? 0)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The drawing as one image with its name and its description. */
export function labelled(
  svg: string,
  { id, title, description }: { id: string; title: string; description: string },
) {
  return svg.replace(
    /<svg[^>]*?(viewBox="[^"]*")>/,
    (_, box: string) =>
      `<svg ${box} class="drawing" role="img" aria-labelledby="${id}-titre ${id}-texte"><title id="${id}-titre">${escaped(title)}</title><desc id="${id}-texte">${escaped(description)}</desc>`,
  );
}
