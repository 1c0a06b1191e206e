import pg from "pg";

/** Follows what any process writes: `changed` within a second of a commit, a table at a time; `lost` while nobody can tell. */
export interface ChangeFollower {
  /** Of one table: `agenda.events`. */
  changed: (table: string) => void;
  lost: () => void;
  found: () => void;
}

/**
 * Listens to the notices that the change log sends at each commit (channel `maillage_changes`), on a connection of its
 * own, opened again every second when it is lost. Ends with `stop`.
 */
export async function followChanges(
  url: string,
  followers: readonly ChangeFollower[],
): Promise<{ stop: () => Promise<void> }> {
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;

  async function open() {
    const opening = new pg.Client({
      connectionString: url,
      application_name: "maillage changes",
      keepAlive: true,
    });
    client = opening;
    const lose = () => {
      if (client !== opening) return;
      client = undefined;
      for (const follower of followers) follower.lost();
      if (!stopped) again = setTimeout(() => open().catch(() => {}), 1000);
    };
    opening.on("error", lose);
    opening.on("end", lose);
    opening.on("notification", ({ payload = "" }) => {
      for (const follower of followers) follower.changed(payload);
    });
    try {
      await opening.connect();
      await opening.query("listen maillage_changes");
      for (const follower of followers) follower.found();
    } catch {
      await opening.end().catch(() => {});
      lose();
    }
  }

  await open();
  return {
    async stop() {
      stopped = true;
      clearTimeout(again);
      await client?.end().catch(() => {});
    },
  };
}
