import type { Day } from "#platform/dates.ts";

/** A campaign, as what may be done of it sees it. */
export interface Stage {
  state: "draft" | "open" | "closed";
  opens_on: Day;
  closes_on: Day;
}

/** Why nothing is taken from an organisation today. */
export type Shut = "not_yet" | "over";

/** Whether one may answer today: between its two days, while it is open. A draft is not there at all. */
export function shutness({ state, opens_on, closes_on }: Stage, today: Day): Shut | undefined {
  if (state === "closed" || today > closes_on) return "over";
  return state === "draft" || today < opens_on ? "not_yet" : undefined;
}

/** What stops the opening of a draft. */
export type OpeningRefusal = "opened" | "past" | "no_letter" | "no_questionnaire" | "nobody" | "stale";

/** The end of the open link’s address: `Recensement des jumelages 2021` gives `recensement-des-jumelages-2021`. */
export function slugFrom(title: string, taken: ReadonlySet<string>): string {
  const plain = title.replace(/œ/gi, "oe").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 80)
      .replace(/^-+|-+$/g, "") || "campagne";
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
