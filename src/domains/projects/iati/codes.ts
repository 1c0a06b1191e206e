import type { Day } from "#platform/dates.ts";
import type { Role, Stage } from "../rules.ts";

/** ActivityStatus (IATI 2.03): 1 pipeline, 2 implementation, 4 closed, 5 cancelled, 6 suspended. */
export const statuses: Record<Stage, string> = {
  idea: "1",
  preparing: "1",
  under_way: "2",
  finished: "4",
  suspended: "6",
  abandoned: "5",
};

/**
 * OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing. Who carries a project answers for it and
 * does it; only the network extends, for the projects of its own schemes.
 */
export const roleCodes: Record<Role, readonly string[]> = {
  carrier: ["2", "4"],
  partner_here: ["4"],
  partner_there: ["4"],
  funder: ["1"],
  technical: ["4"],
};

const typeCodes: Record<string, string> = {
  collectivite: "11",
  agence: "15",
  fondation: "60",
  sante: "90",
};
const familyCodes: Record<string, string> = {
  associations: "22",
  entreprises: "70",
  etablissements: "80",
  autres: "90",
};

/** OrganisationType of an actor, by its type, else by its family; nothing when neither tells. */
export const organisationType = (type: string | null, family: string | null): string | undefined =>
  typeCodes[type ?? ""] ?? familyCodes[family ?? ""];

/** The network reports as an association of its country: “National NGO”. */
export const networkType = "22";

/**
 * ActivityDateType: 1 planned start, 2 actual start, 3 planned end, 4 actual end. An actual date is never in the
 * future (ruleset 11.1.4 and 11.1.5), and nothing is actual of what has not begun or never took place.
 */
export function dateTypes(
  stage: Stage,
  starts: Day,
  ends: Day | null,
  today: Day,
): { start: string; end: string } {
  const began = ["under_way", "finished", "suspended"].includes(stage) && starts <= today;
  const over = began && stage === "finished" && ends !== null && ends <= today;
  return { start: began ? "2" : "1", end: over ? "4" : "3" };
}

/** A hundred in equal parts of two decimals; the last takes the rest, so that their sum is a hundred. None for a single one. */
export function percentages(count: number): (string | undefined)[] {
  if (count < 2) return [undefined];
  const part = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, place) =>
    ((place < count - 1 ? part : 10_000 - part * (count - 1)) / 100).toFixed(2),
  );
}
