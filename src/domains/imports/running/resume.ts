import type { Services } from "#platform/web/env.ts";
import { readImport } from "../reading/read.ts";
import type { Working } from "../rules.ts";
import { listWorking } from "./queries.ts";
import { runImport } from "./run.ts";
import { undoImport } from "./undo.ts";

const works: Record<Working, (services: Services, id: number) => Promise<void>> = {
  reading: readImport,
  running: runImport,
  undoing: undoImport,
};

/**
 * Starts again every import whose work has died with its process or its database; leaves alone those that are at work
 * (their connection holds a lock) or done. Called at the start of the server and each minute; twice at once is harmless.
 */
export async function resumeImports(services: Services): Promise<void> {
  for (const { id, state } of await listWorking(services.db))
    await works[state](services, id).catch((error) =>
      services.log.warn({ err: error, import: id }, "import interrupted, tried again later"),
    );
}
