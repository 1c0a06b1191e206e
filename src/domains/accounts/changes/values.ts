import { formatInstant, formatShortDay } from "#ui/format.ts";
import { roleNames } from "../texts.ts";

/** The names of the accounts, by their number. */
export type People = ReadonlyMap<string, string>;

/** Characters of a long text that are shown. */
const longest = 160;

const roles: Readonly<Record<string, { label: string }>> = roleNames;

/** A value of the log as one reads it: an account by its name, a role and a day in French, an empty text said. */
export function wordOf(value: unknown, people: People): string {
  if (value === null || value === "") return "(vide)";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (Array.isArray(value)) return value.map((one) => wordOf(one, people)).join(", ") || "(vide)";
  if (typeof value === "object") return cut(JSON.stringify(value));
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)) return formatInstant(new Date(text));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatShortDay(text);
  return people.get(text) ?? roles[text]?.label ?? cut(text);
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
