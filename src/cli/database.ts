import type { Config } from "#platform/config.ts";
import { startEmbedded } from "#platform/db/embedded.ts";

/** The address of the settings' database, nothing done to it; `close` leaves the embedded one. */
export async function openDatabase(config: Config): Promise<{ url: string; close: () => Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, close: async () => {} };
  const { url, stop } = await startEmbedded(config.dataDir ?? "data");
  return { url, close: stop };
}
