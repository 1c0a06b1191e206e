import type { Db } from "#platform/db/index.ts";
import { weighty } from "../rules.ts";
import {
  listCountriesNamed,
  listDepartmentNames,
  listNamesEqualTo,
  listNamesNear,
  listRegionKeys,
} from "./queries.ts";
import { partsOf, type Reading, readPlace, saysOnline } from "./reading.ts";
import {
  begunBy,
  indexNames,
  isAlone,
  type KnownName,
  type Meant,
  meant,
  type Names,
  nameOf,
  nearest,
  type PlaceMatch,
  propose,
  shortened,
  sure,
} from "./rules.ts";

export type { Candidate, PlaceMatch } from "./rules.ts";

type Countries = ReadonlyMap<string, { code: string; name: string }>;

/**
 * What each typed place is, by what was typed. At most five statements, however many places.
 * Order: a name known exactly (a staff decision included); said to be online; a country (before communes of its name outside the region); the same but for spaces or
 * articles; several places, when each one is itself certain; one near name of the region (`nearest`, `begunBy`); several
 * with such names; else the best three. A name borne several times is the one of `regionCode` (INSEE), if only one is there.
 */
export async function matchPlaces(
  db: Db,
  typed: readonly string[],
  { regionCode }: { regionCode?: string } = {},
): Promise<Map<string, PlaceMatch>> {
  const departments = await listDepartmentNames(db);
  const readings = new Map<string, Reading>();
  for (const text of typed)
    for (const one of [text, ...partsOf(text)]) readings.set(one, readPlace(one, departments));
  const keys = [...new Set([...readings.values()].flatMap((reading) => reading.keys))];
  const names = indexNames(await listNamesEqualTo(db, keys));
  const countries = await listCountriesNamed(db, [...keys, ...keys.map(withoutArticles)]);

  const plain = new Map<string, PlaceMatch | undefined>();
  const away = new Map<string, readonly KnownName[]>();
  for (const [text, reading] of readings) {
    const found = plainMatch(reading, names, countries, regionCode);
    if (found?.kind === "names" && found.away) away.set(text, found.names);
    plain.set(text, found?.kind === "names" ? named(reading, found, regionCode) : found);
  }
  const open = [...readings.values()].filter(({ typed }) => !plain.get(typed) || away.has(typed));
  const around = await listNamesNear(db, [...new Set(open.map(nameOf))].filter(Boolean), regionCode ?? null);

  const near = new Map<string, PlaceMatch>();
  const only = new Map<Reading, KnownName>();
  for (const reading of open) {
    const all = around.get(nameOf(reading)) ?? [];
    const inRegion = all.filter((name) => !regionCode || name.regionCode === regionCode);
    const elsewhere = away.get(reading.typed);
    if (elsewhere) {
      const rivals = shortened(reading, elsewhere, inRegion);
      if (rivals.length > 0)
        plain.set(reading.typed, propose(reading, [...rivals, ...elsewhere], regionCode));
      continue;
    }
    const one = nearest(reading, inRegion);
    if (one) only.set(reading, one);
    const begun = one ? undefined : begunBy(reading, inRegion);
    near.set(reading.typed, begun ? sure(begun) : propose(reading, all, regionCode));
  }
  const every = only.size > 0 ? await listRegionKeys(db, regionCode) : [];
  for (const [reading, one] of only) if (isAlone(reading, one, every)) near.set(reading.typed, sure(one));
  return new Map(typed.map((text) => [text, wholeMatch(text, plain, near)]));
}

function named(reading: Reading, { names, sure: only }: Meant, regionCode?: string): PlaceMatch {
  const [first] = names;
  return first && only ? sure(first) : propose(reading, names, regionCode);
}

/** What can be said without looking for near names. */
function plainMatch(reading: Reading, names: Names, countries: Countries, regionCode?: string) {
  const [whole = ""] = reading.keys;
  const equal = equalNames(reading, names, false, regionCode);
  const country = countries.get(whole) ?? countries.get(withoutArticles(whole));
  if (equal && !(equal.away && country)) return equal;
  if (saysOnline(whole)) return { kind: "online" as const };
  if (country) return { kind: "country" as const, ...country };
  return equalNames(reading, names, true, regionCode);
}

function equalNames(reading: Reading, names: Names, loosely: boolean, regionCode?: string) {
  for (const key of reading.keys) {
    const equal = names(key, loosely);
    // `Paris 19` is a name: what follows it is then no département.
    const isWhole = key === reading.keys[0] && reading.keys.length > 1;
    const said = isWhole ? { ...reading, department: undefined } : reading;
    if (equal.length > 0) return { kind: "names" as const, ...meant(said, equal, regionCode) };
  }
  return undefined;
}

const withoutArticles = (key: string) => weighty(key).join(" ");

function wholeMatch(
  text: string,
  plain: ReadonlyMap<string, PlaceMatch | undefined>,
  near: ReadonlyMap<string, PlaceMatch>,
): PlaceMatch {
  const known = plain.get(text);
  if (known) return known;
  const parts = partsOf(text);
  const found = near.get(text) ?? { kind: "unknown" };
  const plainly = severalOf(parts.map((part) => plain.get(part)));
  if (plainly || found.kind === "commune") return plainly ?? found;
  return severalOf(parts.map((part) => plain.get(part) ?? near.get(part))) ?? found;
}

/** Several places, when each is certain; the same place said twice is one. */
function severalOf(matches: readonly (PlaceMatch | undefined)[]): PlaceMatch | undefined {
  const parts: PlaceMatch[] = [];
  for (const match of matches) {
    if (!match || match.kind === "proposals" || match.kind === "unknown") return undefined;
    if (!parts.some((part) => JSON.stringify(part) === JSON.stringify(match))) parts.push(match);
  }
  return parts.length > 1 ? { kind: "several", parts } : parts[0];
}
