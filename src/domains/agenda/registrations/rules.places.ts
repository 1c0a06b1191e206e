import type { Booking } from "./queries.event.ts";

/** How the places of an event, or of one of its sessions, stand. `free` is undefined when they are not counted. */
export interface Places {
  taken: number;
  waiting: number;
  free: number | undefined;
}

/** The places one would register for: those of the series, or of one session. */
export function placesOf(
  { capacity, pools, series }: Pick<Booking, "capacity" | "pools" | "series">,
  sessionId: number | null,
): Places {
  const pool = pools.find(({ session_id }) => session_id === (series ? null : sessionId));
  const taken = pool?.taken ?? 0;
  const waiting = pool?.waiting ?? 0;
  return { taken, waiting, free: capacity === null ? undefined : Math.max(0, capacity - taken) };
}
