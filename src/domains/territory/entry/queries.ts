import type { Db } from "#platform/db/index.ts";
import { matchPlaces } from "../matching/index.ts";
import { type SettledPlaces, settlePlaces } from "./rules.ts";

/** What the places typed in a form are; `typed` is the form sent, with the choices made for those that were not sure. */
export async function settleTypedPlaces(
  db: Db,
  places: readonly string[],
  typed: Readonly<Record<string, unknown>>,
  regionCode: string,
): Promise<SettledPlaces> {
  const matches = places.length > 0 ? await matchPlaces(db, places, { regionCode }) : new Map();
  return settlePlaces(places, matches, typed);
}
