import { askedInside, whatIsAsked } from "./conditions.ts";
import { type Content, fieldName, type Question } from "./content.ts";
import { isLine, refusalOf } from "./reading.lines.ts";
import { fits } from "./shapes.ts";
import { areBlank, isBlank, repetitionsOf, type Value, type Values } from "./values.ts";

export { fits, trimToFit } from "./shapes.ts";

/** `1250,5`: figures in a sentence, without thousands. */
const written = (value: number) => String(value).replace(".", ",");
const euros = (cents: number) => `${written(cents / 100)} €`;
const day = (iso: string) => iso.split("-").reverse().join("/");
const times = (count: number, one: string) => `${count} ${one}${count > 1 ? "s" : ""}`;

/** What is wrong with an answer, in words; undefined when it can be sent. */
export function refusalOfAnswer(question: Question, value: Value | undefined): string | undefined {
  const { kind, label, required, least = 0, most, longest } = question;
  if (kind === "consent") {
    const agreed = typeof value === "object" && value !== null && "given" in value && value.given === true;
    return required && !agreed
      ? `Cochez « ${label} » : sans cet accord, la réponse ne peut pas être envoyée.`
      : undefined;
  }
  if (value === undefined || isBlank(value)) {
    if (!required && (kind !== "block" || least === 0)) return undefined;
    return kind === "file" ? `« ${label} » : joignez un fichier.` : `« ${label} » attend une réponse.`;
  }
  if (!fits(question, value)) return `« ${label} » : cette réponse n’est pas de celles qui sont demandées.`;
  if (typeof value === "string" && longest && [...value].length > longest)
    return `« ${label} » : ${longest} caractères au plus, vous en avez écrit ${[...value].length}.`;
  if (typeof value === "number" && (kind === "number" || kind === "money"))
    return outOfRange(question, value);
  if (kind === "date" && typeof value === "string") return outOfDates(question, value);
  if (!Array.isArray(value)) return undefined;
  const what = kind === "file" ? "fichier" : kind === "block" ? (question.one ?? "élément") : "réponse";
  const count = kind === "block" ? value.filter((one) => !areBlank(one.values)).length : value.length;
  if (count < least) return `« ${label} » : donnez-en au moins ${least}.`;
  return most && count > most ? `« ${label} » : ${times(most, what)} au plus.` : undefined;
}

function outOfRange({ label, kind, min, max, unit }: Question, value: number): string | undefined {
  const write = kind === "money" ? euros : (one: number) => `${written(one)}${unit ? ` ${unit}` : ""}`;
  if (min !== undefined && value < min) return `« ${label} » : ${write(min)} au moins.`;
  return max !== undefined && value > max ? `« ${label} » : ${write(max)} au plus.` : undefined;
}

function outOfDates({ label, from, to }: Question, value: string): string | undefined {
  if (from && value < from) return `« ${label} » : pas avant le ${day(from)}.`;
  return to && value > to ? `« ${label} » : pas après le ${day(to)}.` : undefined;
}

/** What a person typed for this question and nobody could read. */
function unread(question: Question, text: string): string {
  const said = `« ${question.label} » :`;
  if (isLine(question)) {
    const refusal = refusalOf(question);
    return `${said} ${refusal.charAt(0).toLowerCase()}${refusal.slice(1)}`;
  }
  return `${said} « ${text.slice(0, 80)} » n’est pas reconnu avec certitude, choisissez le lieu ou corrigez-le.`;
}

/**
 * What stops an answer from being sent, by field, in the order of the questions; `of` keeps to one section. What is not
 * asked stops nothing, nor what an empty time of a block requires.
 */
export function wrongAnswers(
  content: Content,
  { values, typed }: { values: Values; typed: Readonly<Record<string, string>> },
  of?: string,
): Record<string, string> {
  const wrong: Record<string, string> = {};
  const asked = whatIsAsked(content, values);
  for (const section of content.sections) {
    if (of !== undefined && section.id !== of) continue;
    for (const question of section.questions.filter(({ id }) => asked.ids.has(id))) {
      look(question, [question.id], values[question.id], typed, wrong);
      for (const time of repetitionsOf(values[question.id])) {
        const path = [question.id, time.id];
        const begun = !areBlank(time.values) || hasTyped(typed, fieldName(...path));
        if (!begun) continue;
        for (const inner of askedInside(question, time.values, asked.answers))
          look(inner, [...path, inner.id], time.values[inner.id], typed, wrong);
      }
    }
  }
  return wrong;
}

const hasTyped = (typed: Readonly<Record<string, string>>, start: string) =>
  Object.keys(typed).some((field) => field.startsWith(`${start}-`));

function look(
  question: Question,
  path: readonly string[],
  value: Value | undefined,
  typed: Readonly<Record<string, string>>,
  wrong: Record<string, string>,
) {
  const field = fieldName(...path);
  if (question.kind === "table") {
    const cells = Object.entries(typed).filter(([name]) => name.startsWith(`${field}-`));
    for (const [name, text] of cells) wrong[name] = cellRefusal(question, name, text);
    if (cells.length > 0) return;
  }
  const text = typed[field];
  const refusal = text === undefined ? refusalOfAnswer(question, value) : unread(question, text);
  if (refusal) wrong[field] = refusal;
}

function cellRefusal(question: Question, field: string, text: string): string {
  const column = question.columns?.find(({ id }) => field.endsWith(`-${id}`));
  return `« ${question.label} », ${column?.label ?? ""} : « ${text.slice(0, 80)} » n’est pas bon. ${column ? refusalOf(column) : ""}`.trim();
}
