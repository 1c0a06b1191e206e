import { fieldName, type Question, type Section, withInner } from "./content.ts";
import { type Draft, pickValues } from "./parts.ts";
import { type Form, type Read, type Reader, readOne, shownField } from "./reading.one.ts";
import type { Known } from "./sources.ts";
import { type Repetition, repetitionsOf, type Value, type Values } from "./values.ts";

export { type Form, keptAsTyped, placeChoice, shownField } from "./reading.one.ts";

const mostTimes = 200;

/**
 * The draft of a page after a form: what could be read, and what was typed otherwise. What the form did not show keeps its
 * answer. Never throws, and takes nothing that a question does not offer; limits and what is required come after (`wrongAnswers`).
 */
export function readDraft(section: Section, form: Form, before: Draft, known: Known, outer: Values): Draft {
  const reader: Reader = { form, known, before, outer, shown: new Set(form.get(shownField) ?? []) };
  const values: Record<string, Value> = { ...pickValues(section.questions, before.values) };
  const typed: Record<string, string> = { ...before.typed };
  for (const question of section.questions) {
    if (!reader.shown.has(question.id)) continue;
    forget(typed, question.id);
    const read =
      question.kind === "block"
        ? readBlock(question, reader)
        : readOne(question, [question.id], before.values[question.id], {
            ...reader,
            outer: { ...outer, ...values },
          });
    if (read.value === undefined) delete values[question.id];
    else values[question.id] = read.value;
    Object.assign(typed, read.typed);
  }
  return { values, typed };
}

/** Takes away what was typed for a field, and for what is inside of it. */
export function forget(typed: Record<string, string>, field: string) {
  for (const name of Object.keys(typed))
    if (name === field || name.startsWith(`${field}-`)) delete typed[name];
}

const isId = (text: string) => /^[a-z0-9]{1,20}$/.test(text);

function readBlock(block: Question, reader: Reader): Read {
  const ids = [...new Set(reader.form.get(block.id) ?? [])].filter(isId).slice(0, mostTimes);
  const before = new Map(repetitionsOf(reader.before.values[block.id]).map((time) => [time.id, time]));
  const typed: Record<string, string> = {};
  const times = ids.map((id): Repetition => {
    const kept = before.get(id)?.values ?? {};
    const values: Record<string, Value> = { ...pickValues(block.questions ?? [], kept) };
    for (const inner of block.questions ?? []) {
      const path = [block.id, id, inner.id];
      const field = fieldName(...path);
      if (!reader.shown.has(field)) {
        const unread = Object.entries(reader.before.typed).filter(
          ([name]) => name === field || name.startsWith(`${field}-`),
        );
        Object.assign(typed, Object.fromEntries(unread));
        continue;
      }
      const read = readOne(inner, path, kept[inner.id], reader);
      if (read.value === undefined) delete values[inner.id];
      else values[inner.id] = read.value;
      Object.assign(typed, read.typed);
    }
    return { id, values };
  });
  return { value: times, typed };
}

/** What was typed and must be looked up before the form is read: its places and its organisations. */
export function typedToLookUp(section: Section, form: Form): { places: string[]; organisations: string[] } {
  const inner = new Map(withInner(section.questions).map((question) => [question.id, question.kind]));
  const of = (kind: string) => {
    const texts = [...form].flatMap(([field, [text = ""]]) =>
      inner.get(field.split("-").at(-1) ?? "") === kind && text.trim() ? [text.trim().slice(0, 300)] : [],
    );
    return [...new Set(texts)].slice(0, mostTimes);
  };
  return { places: of("place"), organisations: of("organisation") };
}
