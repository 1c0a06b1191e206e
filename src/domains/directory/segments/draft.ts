import type { Typed } from "#platform/web/form.ts";
import type { Definition, Term } from "./definition.ts";

/** A criterion being written: what was typed for each of its questions, not read yet. */
export interface DraftLine {
  criterion: string;
  typed: Readonly<Record<string, readonly string[]>>;
  not: boolean;
  /** It is one thing or the other with the line before. */
  or: boolean;
}

/** How many criteria a segment may have. */
export const mostLines = 20;

/** The names of a line in a form and in an address: `c2`, `c2_non`, `c2_lien`, `c2_pays`. */
export const nameOf = (line: number, part?: string) => (part ? `c${line}_${part}` : `c${line}`);

const listOf = (value: string | string[] | undefined) =>
  (value === undefined ? [] : [value].flat()).map((one) => one.trim()).filter(Boolean);

/** The lines written in a form or an address, in their order; a name that is none of ours is left alone. */
export function readLines(typed: Typed): DraftLine[] {
  const places = Object.keys(typed)
    .map((name) => /^c(\d{1,3})$/.exec(name)?.[1])
    .filter((place) => place !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
  return places.slice(0, mostLines).map((place, index) => {
    const of = (part: string) => listOf(typed[nameOf(place, part)]);
    const fields = Object.keys(typed).flatMap((name) => {
      const [, line, part = ""] = /^c(\d+)_([a-z]+)$/.exec(name) ?? [];
      return Number(line) === place && part !== "non" && part !== "lien" ? [part] : [];
    });
    return {
      criterion: listOf(typed[nameOf(place)])[0] ?? "",
      typed: Object.fromEntries(
        fields.map((part) => [part, of(part)] as const).filter(([, values]) => values.length > 0),
      ),
      not: of("non").includes("oui"),
      or: index > 0 && of("lien").includes("ou"),
    };
  });
}

/** The same lines as the query of an address. */
export function writeLines(lines: readonly DraftLine[]): URLSearchParams {
  const query = new URLSearchParams();
  for (const [index, { criterion, typed, not, or }] of lines.entries()) {
    const line = index + 1;
    query.append(nameOf(line), criterion);
    if (not) query.append(nameOf(line, "non"), "oui");
    if (or && index > 0) query.append(nameOf(line, "lien"), "ou");
    for (const [part, values] of Object.entries(typed))
      for (const value of values) query.append(nameOf(line, part), value);
  }
  return query;
}

/** The lines of a segment, to be changed. */
export const linesOf = (definition: Definition): DraftLine[] =>
  definition.flatMap((group) =>
    group.map(({ criterion, asked, not }, index) => ({
      criterion,
      typed: asked,
      not: Boolean(not),
      or: index > 0,
    })),
  );

/** Terms in their groups again: a term that is `or` joins the one before. */
export function groupTerms(terms: readonly { term: Term; or: boolean }[]): Definition {
  const groups: Term[][] = [];
  for (const { term, or } of terms) {
    const last = groups.at(-1);
    if (or && last) last.push(term);
    else groups.push([term]);
  }
  return groups;
}
