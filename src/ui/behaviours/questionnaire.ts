import { holds } from "#platform/questionnaire/conditions.ts";
import { type Condition, identifiers, kinds, type Question } from "#platform/questionnaire/content.ts";
import { isLine, readLine } from "#platform/questionnaire/reading.lines.ts";
import type { Value, Values } from "#platform/questionnaire/values.ts";

/** How long after the last key a page is saved, in milliseconds. */
const pause = 1000;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * A page of a questionnaire, quicker: questions come and go as the answers call them, by the very rules of the server, and
 * the draft is saved a second after typing stops. Without it, sending the page does both.
 */
function followQuestionnaire(form: HTMLFormElement) {
  const outside = JSON.parse(form.dataset["answers"] ?? "{}") as Values;
  const said = form.querySelector<HTMLElement>("[data-saved]");
  let waiting = 0;
  let stopped = false;

  const show = () => {
    for (let turn = 0; turn < 3; turn++) for (const asked of questions(form)) showOne(asked, form, outside);
  };

  async function save() {
    if (stopped || !said) return;
    const body = new FormData(form);
    for (const [name, value] of [...body.entries()]) if (value instanceof File) body.delete(name);
    body.set("suite", "brouillon");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { accept: "application/json" },
      });
      const { version, said: words } = (await answer.json()) as { version?: number; said?: string };
      const field = form.elements.namedItem("version");
      if (version !== undefined && field instanceof HTMLInputElement) field.value = String(version);
      else stopped = true; // someone else was first: the page sent as a whole shows both
      said.textContent = words ?? "";
    } catch {
      said.textContent = "Le réseau est absent : votre brouillon sera enregistré dès qu’il revient.";
      waiting = window.setTimeout(() => void save(), 10 * pause);
    }
  }

  const changed = () => {
    show();
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void save(), pause);
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    stopped = true;
  });
  show();
}

const questions = (form: HTMLFormElement) => form.querySelectorAll<HTMLElement>("[data-condition]");

function showOne(asked: HTMLElement, form: HTMLFormElement, outside: Values) {
  const condition = JSON.parse(asked.dataset["condition"] ?? "null") as Condition | undefined;
  const shown = holds(condition, answersAround(asked, form, outside));
  asked.hidden = !shown;
  const mark = asked.querySelector<HTMLInputElement>(":scope > input[name=vu]");
  if (mark) mark.disabled = !shown;
}

/** The answers that a question can depend on: those of other pages, of this one, and of the same time of a block. */
function answersAround(asked: HTMLElement, form: HTMLFormElement, outside: Values): Values {
  const path = (asked.dataset["asked"] ?? "").split("-");
  const start = path.length === 3 ? `${path[0]}-${path[1]}-` : "";
  const answers: Record<string, Value> = { ...outside };
  for (const one of form.querySelectorAll<HTMLElement>("[data-asked]:not([hidden])")) {
    const field = one.dataset["asked"] ?? "";
    const inner = start !== "" && field.startsWith(start);
    if (!inner && field.includes("-")) continue;
    const value = answerIn(one, field);
    if (value !== undefined) answers[field.split("-").at(-1) ?? ""] = value;
  }
  return answers;
}

/** What the fields of a question say now. */
function answerIn(asked: HTMLElement, field: string): Value | undefined {
  const kind = kinds.find((one) => one === asked.dataset["kind"]);
  if (!kind) return undefined;
  const identifier = identifiers.find((one) => one === asked.dataset["identifier"]);
  const question: Pick<Question, "kind" | "identifier"> = identifier ? { kind, identifier } : { kind };
  const fields = [...asked.querySelectorAll<Field>(`[name="${CSS.escape(field)}"]`)];
  const said = fields.flatMap((one) =>
    one instanceof HTMLInputElement && /^(checkbox|radio)$/.test(one.type) && !one.checked
      ? []
      : one.value.trim(),
  );
  const [text = ""] = said;
  if (kind === "many" || kind === "countries") return said;
  if (kind === "terms") return said.map(Number);
  if (kind === "block") return said.map((id) => ({ id, values: { said: true } }));
  if (kind === "term") return text === "" ? undefined : Number(text);
  if (kind === "consent") return { given: text === "oui", purpose: "", text: "", at: "" };
  if (isLine(question)) return readLine(question, text);
  return text === "" ? undefined : text;
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-questionnaire]"))
  followQuestionnaire(form);
