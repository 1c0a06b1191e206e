import type { z } from "zod";
import type { Request } from "./env.ts";

/** The form sent, read once for the whole request. */
export async function formOf(c: Request): Promise<FormData> {
  const type = c.req.header("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return new FormData();
  return c.req.formData();
}

/** What was typed, field by field, to be shown again beside its error. */
export type Typed = Record<string, string | string[]>;
/** What is wrong, field by field, in French; the key "" holds what concerns the whole form. */
export type Errors = Record<string, string>;

export type Reading<Value> =
  | { ok: true; value: Value; typed: Typed }
  | { ok: false; errors: Errors; typed: Typed };

/**
 * Reads a form against its schema. Never throws: a bad form comes back with its errors and what was typed.
 * A name ending in `[]`, or sent several times, gives a list.
 */
export async function readForm<Schema extends z.ZodType>(
  c: Request,
  schema: Schema,
): Promise<Reading<z.output<Schema>>> {
  return readTyped(typedOf(await formOf(c)), schema);
}

/** Reads the query string against its schema; what does not fit is left out rather than refused. */
export function readQuery<Schema extends z.ZodType>(c: Request, schema: Schema): z.output<Schema> {
  const given: Typed = {};
  for (const [name, values] of Object.entries(c.req.queries()))
    given[name] = values.length > 1 ? values.map(withoutNul) : withoutNul(values[0] ?? "");
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  for (const issue of read.error.issues) delete given[String(issue.path[0])];
  return schema.parse(given);
}

export function readTyped<Schema extends z.ZodType>(typed: Typed, schema: Schema): Reading<z.output<Schema>> {
  const read = schema.safeParse(typed);
  if (read.success) return { ok: true, value: read.data, typed };
  const errors: Errors = {};
  for (const issue of read.error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { ok: false, errors, typed };
}

function typedOf(form: FormData): Typed {
  const typed: Typed = {};
  for (const name of new Set(form.keys())) {
    const values = form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .map((value) => withoutNul(value).replaceAll("\r\n", "\n")); // browsers send lines of a textarea so
    const list = name.endsWith("[]");
    typed[list ? name.slice(0, -2) : name] = list || values.length > 1 ? values : (values[0] ?? "");
  }
  return typed;
}

/** No person types a NUL, and PostgreSQL takes none in a text. */
const withoutNul = (typed: string) => typed.replaceAll("\0", "");
