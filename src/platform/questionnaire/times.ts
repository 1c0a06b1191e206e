import type { Section } from "./content.ts";
import type { Draft } from "./parts.ts";
import { forget } from "./reading.ts";
import { type Repetition, repetitionsOf, type Value } from "./values.ts";

/** What a button of a page asks for beside saving: a time of a block, or a file taken away. */
export type PageAction =
  | { what: "add"; block: string }
  | { what: "remove" | "up" | "down"; block: string; time: string }
  | { what: "drop"; field: string; file: string };

const words = { ajouter: "add", retirer: "remove", monter: "up", descendre: "down", oter: "drop" } as const;

/** How a button says it in its `value`. */
export function writeAction(action: PageAction): string {
  const word = Object.entries(words).find(([, what]) => what === action.what)?.[0] ?? "";
  if (action.what === "add") return `${word}:${action.block}`;
  if (action.what === "drop") return `${word}:${action.field}:${action.file}`;
  return `${word}:${action.block}:${action.time}`;
}

/** What a button asked for; undefined when it only saves. */
export function readAction(typed: string): PageAction | undefined {
  const [word = "", one = "", two = ""] = typed.split(":");
  const what = word in words ? words[word as keyof typeof words] : undefined;
  if (what === undefined || one === "" || (what !== "add" && two === "")) return undefined;
  if (what === "add") return { what, block: one };
  return what === "drop" ? { what, field: one, file: two } : { what, block: one, time: two };
}

/** The draft after a time of a block was added, removed or moved. What is asked of a block that is not there changes nothing. */
export function changeTimes(
  section: Section,
  { values, typed }: Draft,
  action: Exclude<PageAction, { what: "drop" }>,
  newId: () => string,
): Draft {
  const block = section.questions.find(({ id, kind }) => id === action.block && kind === "block");
  if (!block) return { values, typed };
  const times = repetitionsOf(values[block.id]);
  const left = { ...typed };
  if (action.what === "remove") forget(left, `${block.id}-${action.time}`);
  const changed = action.what === "add" ? added(times, block.most, newId) : moved(times, action);
  return { values: { ...values, [block.id]: changed as Value }, typed: left };
}

const added = (times: readonly Repetition[], most: number | undefined, newId: () => string) =>
  most !== undefined && times.length >= most ? times : [...times, { id: newId(), values: {} }];

function moved(
  times: readonly Repetition[],
  { what, time }: { what: "remove" | "up" | "down"; time: string },
) {
  if (what === "remove") return times.filter(({ id }) => id !== time);
  const from = times.findIndex(({ id }) => id === time);
  const to = from + (what === "up" ? -1 : 1);
  const one = times[from];
  if (!one || to < 0 || to >= times.length) return times;
  return times.toSpliced(from, 1).toSpliced(to, 0, one);
}

/** The times to show: those said, and enough empty ones to have something to fill in. Their ids are no one else's. */
export function timesToShow(times: readonly Repetition[], least: number): readonly Repetition[] {
  const shown = [...times];
  for (let number = 1; shown.length < Math.max(1, least); number++) {
    const id = `n${number}`;
    if (!shown.some((time) => time.id === id)) shown.push({ id, values: {} });
  }
  return shown;
}
