/** Whom a letter of an event is for. */
export const audiences = ["all", "confirmed", "waiting", "present", "absent"] as const;
export type Audience = (typeof audiences)[number];

/** What happened to an event, that all those registered must know. */
export type EventNews =
  | { what: "cancelled" }
  | { what: "restored" }
  /** Of one session when it is named, else of the whole. */
  | { what: "moved" | "cancelled_session"; sessionId: number };

/** How long one may think again before those registered are written to, in minutes: an undo within it writes to nobody. */
export const delayMinutes = 2;
