import { looseKey, tightKey, weighty } from "../rules.ts";
import { isWithin, levenshtein } from "./levenshtein.ts";
import { departmentOf, type Reading } from "./reading.ts";

export interface Candidate {
  code: string;
  name: string;
  /** The département's name: `Somme`. */
  department: string;
  /** From 0 to 1: how near it is to what was typed. */
  score: number;
}

/** What a typed place is. Only `commune`, `several`, `country` and `online` may be taken without asking. */
export type PlaceMatch =
  | { kind: "online" }
  | { kind: "commune"; code: string; name: string; sure: true }
  | { kind: "several"; parts: PlaceMatch[] }
  | { kind: "country"; code: string; name: string }
  | { kind: "proposals"; candidates: Candidate[] }
  | { kind: "unknown" };

/** A name that leads to a commune, and that commune. */
export interface KnownName {
  key: string;
  origin: "commune" | "former" | "quarter" | "staff";
  code: string;
  name: string;
  population: number;
  postalCodes: readonly string[];
  departmentCode: string;
  department: string;
  regionCode: string;
}

/** Finds names by key, or `loosely`: without spaces, then without articles either. */
export type Names = (key: string, loosely: boolean) => readonly KnownName[];

export function indexNames(names: readonly KnownName[]): Names {
  const exact = Map.groupBy(names, (name) => name.key);
  const tight = Map.groupBy(names, (name) => tightKey(name.key));
  const loose = Map.groupBy(names, (name) => looseKey(name.key));
  return (key, loosely) =>
    (loosely ? (tight.get(tightKey(key)) ?? loose.get(looseKey(key))) : exact.get(key)) ?? [];
}

/**
 * Of those that bear the name typed, those that can be meant; one commune alone is sure. A département or postal code typed
 * settles it (and when it fits none, nothing is sure: all stay); then what the staff decided; then the network's region;
 * then a commune's own name before a former commune's or a quarter's.
 */
export function meant(reading: Reading, names: readonly KnownName[], regionCode?: string): Meant {
  const said = narrowed(reading, names);
  if (said.length === 0) return { names, sure: false, away: false };
  const staff = said.filter((name) => name.origin === "staff");
  if (staff.length > 0) return { names: staff, sure: true, away: false };
  const near = said.filter((name) => name.regionCode === regionCode);
  const within = near.length > 0 ? near : said;
  const own = within.filter((name) => name.origin === "commune");
  const kept = own.length > 0 ? own : within;
  const away = Boolean(regionCode) && near.length === 0 && said.length === names.length;
  return { names: kept, sure: kept.every((name) => name.code === kept[0]?.code), away };
}

export interface Meant {
  names: readonly KnownName[];
  sure: boolean;
  /** Outside the network's region, and nothing but the name says so. */
  away: boolean;
}

/**
 * Communes of the region that the name typed may shorten, when one of them is more peopled than those that bear it
 * elsewhere: `Boulogne` is rarely the one in Vendée. `Tours` stays Tours, larger than Tours-en-Vimeu.
 */
export function shortened(reading: Reading, elsewhere: readonly KnownName[], inRegion: readonly KnownName[]) {
  const most = Math.max(0, ...elsewhere.map((name) => name.population));
  const [whole = ""] = reading.keys;
  const begun = inRegion.filter((name) => name.key.startsWith(`${whole} `));
  return begun.some((name) => name.population > most) ? begun : [];
}

function narrowed({ postalCode, department }: Reading, names: readonly KnownName[]) {
  if (postalCode) {
    const exact = names.filter((name) => name.postalCodes.includes(postalCode));
    if (exact.length > 0) return exact;
  }
  const said = department ?? (postalCode && departmentOf(postalCode));
  return said ? names.filter((name) => name.departmentCode === said) : names;
}

/**
 * The only near name, when nothing else is near: at most 1 letter away (2 from 9 letters on), and the next commune at
 * least 2 letters further; names under 5 letters are never sure. Measured on French communes: it accepts `Soisson`,
 * `Valencienne` and `Roubais`, and refuses what has two neighbours. `names` are those of the region most like it, among
 * which a short name's second may be missing: `isAlone` then has the last word.
 */
export function nearest(reading: Reading, names: readonly KnownName[]): KnownName | undefined {
  const key = nameOf(reading);
  if (key.length < 5) return undefined;
  const said = narrowed(reading, names);
  const distances = said.map((name) => ({ name, distance: levenshtein(key, name.key) }));
  const best = distances.sort((a, b) => a.distance - b.distance)[0];
  if (!best || best.distance > (key.length >= 9 ? 2 : 1)) return undefined;
  return hasRival(key, best.name, said) ? undefined : best.name;
}

/** Whether no other commune of the region has a name as near; a département typed beside it has already said which. */
export const isAlone = (reading: Reading, best: KnownName, names: readonly Named[]) =>
  Boolean(reading.department || reading.postalCode) || !hasRival(nameOf(reading), best, names);

type Named = Pick<KnownName, "key" | "code">;

/** Whether another commune has a name as near, or only one letter further. */
function hasRival(key: string, best: Named, names: readonly Named[]): boolean {
  const reach = levenshtein(key, best.key) + 1;
  return names.some((name) => name.code !== best.code && isWithin(reach, key, name.key));
}

/** What of a reading is the name: the whole, or the whole without what only says where. */
export const nameOf = (reading: Reading) => reading.keys.at(-1) ?? "";

/**
 * The only commune of the region whose name begins with what was typed, at a whole word, when that is at least two words
 * without the articles and 8 letters: `Fort-Mahon` is Fort-Mahon-Plage. `Boulogne` or `Marcq` begin several names.
 */
export function begunBy(reading: Reading, names: readonly KnownName[]): KnownName | undefined {
  const key = nameOf(reading);
  if (weighty(key).length < 2 || tightKey(key).length < 8) return undefined;
  const [first, ...others] = narrowed(reading, names).filter((name) => name.key.startsWith(`${key} `));
  return others.every((name) => name.code === first?.code) ? first : undefined;
}

export const sure = ({ code, name }: KnownName): PlaceMatch => ({ kind: "commune", code, name, sure: true });

/** The three best of these names, those of the region before others, then the most peopled first. */
export function propose(reading: Reading, names: readonly KnownName[], regionCode?: string): PlaceMatch {
  const best = new Map<string, Candidate & { population: number }>();
  for (const name of names) {
    const nearness = regionCode && name.regionCode !== regionCode ? 0.85 : 1;
    const score = nearness * Math.max(...reading.keys.map((key) => likeness(key, name.key)));
    const { code, department, population } = name;
    if (score > (best.get(code)?.score ?? 0))
      best.set(code, { code, name: name.name, department, score, population });
  }
  const candidates = [...best.values()]
    .sort((a, b) => b.score - a.score || b.population - a.population || a.code.localeCompare(b.code))
    .slice(0, 3)
    .map(({ population: _, ...candidate }) => candidate);
  return candidates.length > 0 ? { kind: "proposals", candidates } : { kind: "unknown" };
}

/** 1 when equal, 0.9 when one begins the other, else the share of letters that need not change. */
function likeness(typed: string, key: string): number {
  if (typed === key) return 1;
  if (key.startsWith(`${typed} `) || typed.startsWith(`${key} `)) return 0.9;
  const share = 1 - levenshtein(typed, key) / Math.max(typed.length, key.length, 1);
  return Math.round(share * 89) / 100;
}
