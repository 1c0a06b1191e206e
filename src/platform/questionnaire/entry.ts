import { readCents, readNumber } from "../amounts.ts";
import { readDay } from "../dates.ts";
import { type Content, identifiers, kinds, type Question } from "./content.ts";
import type { NewId } from "./editing.ts";
import { readCondition } from "./entry.condition.ts";
import { readColumns, readNames } from "./entry.names.ts";
import type { Form } from "./reading.ts";

export interface QuestionReading {
  question: Question;
  errors: Record<string, string>;
}

/** A question from its form, on what it was: a fact whose field the form does not show stays. Never throws. */
export function readQuestion(content: Content, before: Question, form: Form, newId: NewId): QuestionReading {
  const errors: Record<string, string> = {};
  const changed: { -readonly [Fact in keyof Question]: Question[Fact] } = { ...before };
  const text = (field: string) => (form.get(field)?.[0] ?? "").trim();
  const line = <Fact extends keyof Question>(
    field: string,
    fact: Fact,
    read: (typed: string) => Question[Fact] | undefined,
    refusal = "",
  ) => {
    if (!form.has(field)) return;
    const typed = text(field);
    const value = typed === "" ? undefined : read(typed);
    if (typed !== "" && value === undefined) errors[field] = refusal;
    else if (value === undefined) delete changed[fact];
    else changed[fact] = value;
  };
  const words = (most: number) => (typed: string) => typed.slice(0, most);
  const count = (typed: string) => (/^\d{1,4}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined);
  const aCount = "Écrivez un nombre entier : 3.";
  changed.label = form.has("intitule") ? text("intitule").slice(0, 500) : before.label;
  changed.kind = kinds.find((kind) => kind === text("type")) ?? before.kind;
  const amount = changed.kind === "money" ? readCents : readNumber;
  if (form.has("facts")) changed.required = form.has("obligatoire");
  line("aide", "help", words(2000));
  line("liste", "list", words(60));
  line("identifiant", "identifier", (typed) => identifiers.find((one) => one === typed));
  line("min", "min", amount, "Écrivez un nombre : 1 250 ou 12,5.");
  line("max", "max", amount, "Écrivez un nombre : 1 250 ou 12,5.");
  line("unite", "unit", words(40));
  line("du", "from", (typed) => readDay(typed), "Écrivez une date du calendrier : 6/1/2021.");
  line("au", "to", (typed) => readDay(typed), "Écrivez une date du calendrier : 6/1/2021.");
  line(
    "longueur",
    "longest",
    (typed) => (/^\d{1,5}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined),
    aCount,
  );
  line("au-moins", "least", count, aCount);
  line("au-plus", "most", count, aCount);
  line("lignes-de", "rowsFrom", words(40));
  line("objet", "purpose", words(200));
  line("texte", "text", words(5000));
  line("une-fois", "one", words(60));
  line("champ", "maps", words(100));
  if (form.has("options")) changed.options = readNames(text("options"), before.options ?? [], newId);
  if (form.has("lignes")) changed.rows = readNames(text("lignes"), before.rows ?? [], newId);
  if (form.has("colonnes")) changed.columns = readColumns(text("colonnes"), before.columns ?? [], newId);
  if (form.has("si-mode")) {
    const read = readCondition(content, before.id, form);
    Object.assign(errors, read.errors);
    if (read.condition) changed.condition = read.condition;
    else delete changed.condition;
  }
  if (changed.label === "") errors["intitule"] = "Écrivez l’intitulé de la question.";
  if (changed.kind === "block") changed.questions ??= [];
  return { question: changed, errors };
}
