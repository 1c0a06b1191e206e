import { fold } from "#platform/spreadsheets/fold.ts";

/** What a custom field may hold. */
export const customKinds = [
  "text",
  "paragraph",
  "number",
  "year",
  "date",
  "yes_no",
  "web",
  "choice",
  "choices",
] as const;
export type CustomKind = (typeof customKinds)[number];

export interface Choice {
  code: string;
  label: string;
}

/** Whether a field of this kind is answered in a list. */
export const isChosen = (kind: string) => kind === "choice" || kind === "choices";

/** A code for a new field or answer, from its label, unlike those taken: `nombre_de_puits`, `nombre_de_puits_2`. */
export function codeFor(label: string, taken: readonly string[]): string {
  const words = fold(label).replaceAll(" ", "_");
  const base = (/^[a-z]/.test(words) ? words : `champ_${words}`).slice(0, 36).replace(/_+$/, "");
  let code = base;
  for (let rank = 2; taken.includes(code); rank++) code = `${base}_${rank}`;
  return code;
}

/**
 * The answers of a list once edited: those that were there under the name now given to them (an empty name takes the
 * answer away), then the new ones, one a line. The same label twice is one answer.
 */
export function editedChoices(
  before: readonly Choice[],
  renamed: Readonly<Record<string, string>>,
  added: string,
): Choice[] {
  const choices: Choice[] = [];
  const add = (label: string, code?: string) => {
    const text = label.trim().slice(0, 200);
    if (!fold(text) || choices.some((choice) => fold(choice.label) === fold(text))) return;
    const taken = [...before, ...choices].map((choice) => choice.code);
    choices.push({ code: code ?? codeFor(text, taken), label: text });
  };
  for (const { code, label } of before) add(renamed[code] ?? label, code);
  for (const line of added.split("\n")) add(line);
  return choices;
}
