import type { Question, Section } from "#platform/questionnaire/content.ts";
import { writeColumns } from "#platform/questionnaire/entry.names.ts";
import { kindOf } from "#platform/questionnaire/kinds.ts";

const labels = (named: readonly { label: string }[] = []) => named.map(({ label }) => label).join(", ");

/** What a question or a page says, by what staff call it. */
function facts(one: Question | Section): Record<string, string> {
  if ("title" in one)
    return {
      Titre: one.title,
      Introduction: one.intro ?? "",
      Condition: JSON.stringify(one.condition ?? ""),
    };
  const number = (value: number | undefined) => (value === undefined ? "" : String(value).replace(".", ","));
  return {
    Intitulé: one.label,
    "Type de réponse": kindOf(one.kind).label,
    Aide: one.help ?? "",
    Obligatoire: one.required ? "oui" : "non",
    "Réponses proposées": labels(one.options),
    Lignes: labels(one.rows),
    Colonnes: writeColumns(one.columns ?? []),
    Vocabulaire: one.list ?? "",
    "Au moins": number(one.min ?? one.least),
    "Au plus": number(one.max ?? one.most),
    Texte: one.text ?? "",
    Condition: one.condition ? `${one.condition.tests.length} condition(s)` : "",
  };
}

/** What differs between what a colleague saved and what is being saved. */
export function wordDifferences(saved: Question | Section, mine: Question | Section) {
  const theirs = facts(saved);
  return Object.entries(facts(mine)).flatMap(([what, typed]) =>
    theirs[what] === typed ? [] : [{ what, saved: theirs[what] ?? "", mine: typed }],
  );
}
