import { once } from "node:events";
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { limits } from "./limits.ts";
import { UnreadableSpreadsheet } from "./refusals.ts";
import type { SheetRow } from "./row.ts";
import type { Message } from "./workbook-worker.ts";

/** Beside this file while we develop; once built, an entry of its own (`vite.server.config.ts`), above the pieces. */
const script = ["./workbook-worker.ts", "./workbook-worker.js", "../workbook-worker.js"]
  .map((place) => new URL(place, import.meta.url))
  .find((url) => existsSync(url));

/** The rows of the first sheet that holds something, of an XLSX or an ODS; blank rows are counted and left out. */
export async function* readWorkbook(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  if (!script) throw new Error("The thread that opens workbooks is not built: see vite.server.config.ts.");
  const worker = new Worker(script, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.workbookMegabytes },
    env: {},
    execArgv: [],
  });
  const late = setTimeout(() => worker.terminate(), limits.workbookSeconds * 1000);
  const gone = once(worker, "exit").then(() => {
    throw new UnreadableSpreadsheet("tooHeavy");
  });
  gone.catch(() => {}); // looked at only while a message is awaited
  try {
    for (let end = false; !end; ) {
      const message = await Promise.race([nextMessage(worker), gone]);
      if (message.type === "refused") throw new UnreadableSpreadsheet(message.refusal);
      if (message.type === "rows") {
        yield* message.rows;
        end = message.end;
      }
      if (!end) worker.postMessage("more");
    }
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

async function nextMessage(worker: Worker): Promise<Message> {
  const [message] = await once(worker, "message").catch((error: Error & { code?: string }) => {
    throw error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new UnreadableSpreadsheet("tooHeavy") : error;
  });
  return message as Message;
}
