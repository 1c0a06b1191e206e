import type { Fact } from "../fields/queries.ts";
import type { Field, FieldValue, FieldValues, Visibility } from "../fields/registry.ts";
import { isEmpty, sameValue } from "../fields/rules.ts";

/** Which of two cards gives the value of a field; `both`: their lists together. */
export const choices = ["winner", "loser", "both"] as const;
export type Choice = (typeof choices)[number];

/** What is known of one of the two cards. */
export interface Known {
  values: FieldValues;
  facts: Record<string, Fact>;
}

const lists = new Set<Field["kind"]>(["terms", "countries", "choices"]);

/** Whether the values of a field can be put together. */
export const isList = ({ kind }: Pick<Field, "kind">) => lists.has(kind);

/** The fields in which the two cards say something else. */
export const differing = (fields: readonly Field[], winner: Known, loser: Known) =>
  fields.filter(({ key }) => !sameValue(winner.values[key], loser.values[key]));

/** How far a source is believed: registers, then the organisation itself, then the team, then files. */
const belief: Record<NonNullable<Fact["source"]>, number> = {
  rna: 5,
  sirene: 5,
  declared: 4,
  census: 4,
  staff: 3,
  merge: 3,
  import: 2,
};
/** A record just added has no fact: it was typed or imported. */
const unknownBelief = 2;

/**
 * The better value of a field, chosen at first: the only one; both, of lists; the better believed, then the newer; the
 * better written name, the longer text, the earlier year; else that of the card that is kept.
 */
export function presetOf(field: Field, winner: Known, loser: Known): Choice {
  const [mine, theirs] = [winner.values[field.key], loser.values[field.key]];
  if (isEmpty(theirs) || sameValue(mine, theirs)) return "winner";
  if (isEmpty(mine)) return "loser";
  if (isList(field)) return "both";
  const [fact, other] = [winner.facts[field.key] ?? {}, loser.facts[field.key] ?? {}];
  const trust = ({ source }: Fact) => (source ? belief[source] : unknownBelief);
  if (trust(fact) !== trust(other)) return trust(fact) > trust(other) ? "winner" : "loser";
  if ((fact.on ?? "") !== (other.on ?? "")) return (fact.on ?? "") > (other.on ?? "") ? "winner" : "loser";
  return isBetter(field, theirs, mine) ? "loser" : "winner";
}

function isBetter({ key, kind }: Field, one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (kind === "year" || kind === "date") return String(one) < String(other);
  if (key === "name") return writing(String(one)) > writing(String(other));
  return kind === "paragraph" && String(one).length > String(other).length;
}

/** A name in capitals is less well written, a fuller one better. */
const writing = (name: string) => (name === name.toUpperCase() ? 0 : 100) + Math.min(99, name.length);

/** The values that the winner is given: of the fields that differ, as chosen. */
export function chosenValues(
  fields: readonly Field[],
  winner: Known,
  loser: Known,
  chosen: (field: Field) => Choice,
): FieldValues {
  return Object.fromEntries(
    differing(fields, winner, loser).flatMap((field) => {
      const choice = chosen(field);
      const [mine, theirs] = [winner.values[field.key], loser.values[field.key]];
      if (choice === "loser") return [[field.key, theirs ?? null]];
      return choice === "both" && isList(field) ? [[field.key, united(mine, theirs)]] : [];
    }),
  );
}

function united(mine: FieldValue | undefined, theirs: FieldValue | undefined): FieldValue {
  const all = [mine, theirs].flatMap((value) => (Array.isArray(value) ? value : []));
  const set = [...new Set(all)];
  return set.every((value) => typeof value === "number") ? set.sort((a, b) => a - b) : set.map(String).sort();
}

const openness: readonly Visibility[] = ["staff", "members", "public"];

/** Who may see a value that comes from the loser: no more than either card allowed; nothing when no card said so. */
export function visibilityOf(field: Field, winner: Known, loser: Known): Visibility | undefined {
  const said = [winner, loser].map(({ facts }) => facts[field.key]?.visibility);
  if (said.every((one) => one === undefined)) return undefined;
  const each = said.map((one) => openness.indexOf(one ?? field.visibility));
  return openness[Math.min(...each)];
}
