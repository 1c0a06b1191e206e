import type { Db } from "#platform/db/index.ts";
import { matchPlaces, type PlaceMatch } from "../matching/index.ts";
import { partsOf } from "../matching/reading.ts";
import { type SettledPlaces, settlePlaces } from "./rules.ts";

/**
 * What the places typed in a form are; `typed` is the form sent, with the choices made for those that were not sure. Of
 * `Lille et Boulogne`, each place is kept as it was typed, and only the second is asked about.
 */
export async function settleTypedPlaces(
  db: Db,
  places: readonly string[],
  typed: Readonly<Record<string, unknown>>,
  regionCode: string,
): Promise<SettledPlaces> {
  if (places.length === 0) return settlePlaces([], new Map(), typed);
  const matches = await matchPlaces(db, places, { regionCode });
  const texts = places.flatMap((text) => (isOne(matches.get(text)) ? [text] : namedIn(text)));
  const parts = texts.filter((text) => !matches.has(text));
  if (parts.length > 0)
    for (const [part, match] of await matchPlaces(db, parts, { regionCode })) matches.set(part, match);
  return settlePlaces(texts, matches, typed);
}

const isOne = (match: PlaceMatch | undefined) =>
  match?.kind === "commune" || match?.kind === "country" || match?.kind === "online";

/** The places named side by side in a text, or the text itself when there is one. */
function namedIn(text: string): string[] {
  const parts = partsOf(text);
  return parts.length > 0 ? parts : [text];
}
