import type { Booking } from "./queries.event.ts";

/** Why the places of an event cannot become others: who is registered would lose theirs. */
export type PlacesRefusal =
  /** More have a place, at this date or at the whole series (null), than there would be. */
  | { refusal: "too_few_places"; taken: number; sessionId: number | null }
  /** They registered for the whole series, or each for a date: the other way says nothing of where they come. */
  | { refusal: "registered_otherwise"; people: number; series: boolean };

/** Whether the places of an event that is held (`holdPlaces`) may become these; undefined when they may. */
export function refusePlaces(
  { pools, series }: Pick<Booking, "pools" | "series">,
  asked: { capacity: number | null; series: boolean },
): PlacesRefusal | undefined {
  const people = pools.reduce((sum, { taken, waiting }) => sum + taken + waiting, 0);
  if (people > 0 && asked.series !== series) return { refusal: "registered_otherwise", people, series };
  const [fullest] = pools.toSorted((one, other) => other.taken - one.taken);
  return fullest && asked.capacity !== null && fullest.taken > asked.capacity
    ? { refusal: "too_few_places", taken: fullest.taken, sessionId: fullest.session_id }
    : undefined;
}
