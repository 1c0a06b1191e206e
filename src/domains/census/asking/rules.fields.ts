import { type Field, type FieldKind, ownFields } from "#domains/directory/index.ts";
import type { Kind, Question } from "#platform/questionnaire/content.ts";

/** What follows from another answer: the family from the type, the département from the commune. */
const following = new Set(["family_id", "department_code"]);

/** Whether an organisation may read and correct this field of its own record by a link: never what is the team’s own. */
export const isAskable = (field: Field): boolean =>
  ownFields([field]).length > 0 && !following.has(field.key) && questionKinds[field.kind] !== undefined;

const questionKinds: Partial<Record<FieldKind, Kind>> = {
  text: "text",
  paragraph: "paragraph",
  rna: "identifier",
  siren: "identifier",
  siret: "identifier",
  uai: "identifier",
  number: "number",
  year: "number",
  date: "date",
  yes_no: "yes_no",
  web: "web",
  email: "email",
  phone: "phone",
  term: "term",
  terms: "terms",
  commune: "place",
  countries: "countries",
  choice: "choice",
  choices: "many",
};

/** The question that asks for a field, without its id; undefined for those that are not asked. */
export function questionOf(field: Field): Omit<Question, "id" | "maps"> | undefined {
  const kind = isAskable(field) ? questionKinds[field.kind] : undefined;
  if (!kind) return undefined;
  const { label, help, longest, choices } = field;
  return {
    kind,
    label,
    ...(help ? { help } : {}),
    ...(field.key === "name" ? { required: true } : {}),
    ...(longest && (kind === "text" || kind === "paragraph") ? { longest } : {}),
    ...(kind === "identifier" ? { identifier: field.kind as Question["identifier"] & string } : {}),
    ...(field.kind === "year" ? { min: 1500, max: 2200 } : {}),
    ...(field.lists?.[0] && (kind === "term" || kind === "terms") ? { list: field.lists[0] } : {}),
    ...(choices ? { options: choices.map(({ code, label }) => ({ id: code, label })) } : {}),
  };
}

/** The id of the question that asks for a field: small letters and figures. */
export const questionId = (key: string) => key.replace(/_(id|ids|code|codes)$/, "").replace(/[^a-z0-9]/g, "");
