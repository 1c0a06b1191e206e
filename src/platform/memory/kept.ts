import type { ChangeFollower } from "../db/changes.ts";

/** How long, in milliseconds, what was read may serve while changes are followed, and while they cannot be. */
const followed = 60_000;
const unfollowed = 800;

/** What is read whole and asked for at each page, kept in memory. */
export interface Kept<Value> {
  get: () => Promise<Value>;
  /** To be given to `followChanges`. */
  follower: ChangeFollower;
}

/**
 * Keeps what `read` gives until one of `tables` (`agenda.events`) changes, whichever process changed it: then it is read
 * whole again when someone asks. For what fits in memory and changes far less often than it is asked for.
 */
export function keepUntilChanged<Value>(tables: readonly string[], read: () => Promise<Value>): Kept<Value> {
  let held: { value: Promise<Value>; until: number } | undefined;
  let following = false;

  const forget = () => {
    held = undefined;
  };

  return {
    get() {
      if (held && Date.now() < held.until) return held.value;
      const reading = { value: read(), until: Date.now() + (following ? followed : unfollowed) };
      held = reading;
      reading.value.catch(() => {
        if (held === reading) forget();
      });
      return reading.value;
    },
    follower: {
      changed(table) {
        if (tables.includes(table)) forget();
      },
      lost() {
        following = false;
        forget();
      },
      found() {
        following = true;
        forget();
      },
    },
  };
}
