import type { Question } from "#platform/questionnaire/content.ts";
import { formatDay } from "../format.ts";

/** The words of a question, with what says that it can be left out. */
export const Legend = ({ question }: { question: Question }) => (
  <>
    {question.label}
    {question.required ? null : <span class="optional"> (facultatif)</span>}
  </>
);

const identifierHelp = {
  rna: "W et neuf chiffres, sur le récépissé de la préfecture.",
  siren: "Neuf chiffres.",
  siret: "Quatorze chiffres.",
  uai: "Sept chiffres et une lettre, pour un établissement scolaire.",
} as const;

/** The words of the team, then what the limits ask for. */
export function helpOf({ kind, help, unit, least, most, from, to, identifier, longest }: Question): string {
  const limits = [
    kind === "number" && unit ? `En ${unit}.` : "",
    kind === "identifier" ? identifierHelp[identifier ?? "siret"] : "",
    kind === "place" ? "Une commune, ou une ville et son pays." : "",
    kind === "date" && from ? `À partir du ${formatDay(from)}.` : "",
    kind === "date" && to ? `Jusqu’au ${formatDay(to)}.` : "",
    kind !== "block" && kind !== "file" && least && most ? `De ${least} à ${most} réponses.` : "",
    kind !== "block" && kind !== "file" && least && !most ? `Au moins ${least} réponses.` : "",
    kind !== "block" && kind !== "file" && !least && most ? `${most} réponses au plus.` : "",
    kind === "paragraph" && longest ? `${longest} caractères au plus.` : "",
  ];
  return [help ?? "", ...limits].filter(Boolean).join(" ");
}
