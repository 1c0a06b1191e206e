import type { Asked, Criterion } from "#platform/criterion.ts";

/** The years that move with the calendar, as people write them, and how far they are from this one. */
const moving: Readonly<Record<string, number>> = {
  "cette année": 0,
  "l’année dernière": -1,
  "l’an prochain": 1,
};

const plain = (text: string) => text.trim().toLowerCase().replaceAll("'", "’");

/** A year as it is kept: four figures, or a year that moves (`cette année`); undefined when it is none. */
export function readYear(typed: string): string | undefined {
  const text = plain(typed);
  if (text in moving) return text;
  return /^(1[5-9]|2[01])\d\d$/.test(text) ? text : undefined;
}

/** The same criterion, told the year that each moving one is now. */
export function followingYears(criterion: Criterion, thisYear: number): Criterion {
  const names = criterion.fields.filter(({ kind }) => kind === "year").map(({ name }) => name);
  if (names.length === 0) return criterion;
  const now = (asked: Asked): Asked => ({
    ...asked,
    ...Object.fromEntries(
      names.flatMap((name) => {
        const value = asked[name]?.[0];
        const shift = value === undefined ? undefined : moving[value];
        return shift === undefined ? [] : [[name, [String(thisYear + shift)]]];
      }),
    ),
  });
  const { denial } = criterion;
  return {
    ...criterion,
    phrase: (asked, labels) => criterion.phrase(now(asked), labels),
    ...(denial ? { denial: (asked, labels) => denial(now(asked), labels) } : {}),
    condition: (organisationId, asked) => criterion.condition(organisationId, now(asked)),
  };
}
