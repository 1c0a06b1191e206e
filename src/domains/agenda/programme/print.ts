import { compile } from "#platform/pdf/compile.ts";
import { formatMonth, formatNumber, formatShare, plural } from "#ui/format.ts";
import template from "./programme.typ?raw";
import type { Programme, ProgrammeLine } from "./queries.ts";
import { laidOut, type Stretch } from "./rules.print.ts";
import { lineStates } from "./rules.ts";
import { begun, kindOf, sharesBy, stateLabels, wordOutcome, wordState } from "./texts.ts";

const titleOf = ({ month, period }: Stretch<ProgrammeLine>) =>
  begun(month === undefined ? period || "À définir" : formatMonth(month));

/** The programme of a year as a tagged PDF/UA-1, as it stood that day; `printed` says which day, in words. */
export function printProgramme(
  { year, lines }: Programme,
  { network, brand, printed }: { network: string; brand: string; printed: string },
): Uint8Array {
  const parts = laidOut(lines);
  const data = {
    title: `Programme de ${year}`,
    network,
    brand,
    printed,
    description: `Ce que ${network} a prévu pour ${year}, et ce qui en a été fait.`,
    summary: [
      [formatNumber(lines.length), lines.length < 2 ? "ligne prévue" : "lignes prévues"],
      ...lineStates.flatMap((state) => {
        const count = lines.filter((line) => line.state === state).length;
        return count > 0 ? [[formatNumber(count), stateLabels[state].toLowerCase()]] : [];
      }),
    ],
    parts: parts.map(({ title, stretches }) => ({
      title: title ?? (parts.length > 1 ? "Sans axe ni pôle" : ""),
      stretches: stretches.map((stretch) => ({
        title: titleOf(stretch),
        rows: stretch.lines.map(printedLine),
      })),
    })),
    shares: sharesBy(lines).map(({ title, shares }) => ({
      title,
      rows: shares.map(({ label, planned, done }) => [
        label,
        formatNumber(planned),
        formatShare(planned / lines.length),
        formatNumber(done),
      ]),
    })),
    note: `Une ligne s’adresse souvent à plusieurs publics : elle compte dans chacun, et leur somme dépasse les ${plural(lines.length, "ligne")}.`,
  };
  return compile(template, { "data.json": JSON.stringify(data) });
}

const printedLine = (line: ProgrammeLine) => ({
  period: line.planned_period || "Sans période",
  title: line.title,
  audience: line.audience,
  kind: kindOf(line),
  state: wordState(line),
  outcome: wordOutcome(line),
});
