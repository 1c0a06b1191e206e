import type { Child, PropsWithChildren } from "hono/jsx";
import type { Errors, Typed } from "#platform/web/form.ts";

/**
 * A part of a form that opens on demand. It says in its line how much it already holds, and is open when something in it is
 * to be mended. `fields`: the names of what it holds.
 */
export function Part({
  title,
  hint,
  fields,
  typed,
  errors = {},
  blank = {},
  children,
}: PropsWithChildren<{
  title: string;
  /** What is inside, while nothing is said. */
  hint: Child;
  fields: readonly string[];
  typed: Typed;
  errors?: Errors;
  /** What a field holds when nothing was said in it. */
  blank?: Readonly<Record<string, string>>;
}>) {
  const said = fields.filter((name) => {
    const value = [typed[name] ?? ""].flat().join("").trim();
    return value !== "" && value !== blank[name];
  }).length;
  return (
    <details class="part" open={fields.some((name) => errors[name])}>
      <summary>
        {title}
        <span class="part-said">
          {said === 0 ? hint : said === 1 ? "une chose est dite" : `${said} choses sont dites`}
        </span>
      </summary>
      <div class="part-fields">{children}</div>
    </details>
  );
}
