import { once } from "node:events";
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { limits, type Window } from "./occurrence.ts";
import type { CalendarContent } from "./read.ts";

export type CalendarReading = CalendarContent;

/** Beside this file while we develop; once built, an entry of its own (`vite.server.config.ts`), above the pieces. */
const script = ["./worker.ts", "./calendar-worker.js", "../calendar-worker.js"]
  .map((place) => new URL(place, import.meta.url))
  .find((url) => existsSync(url));

/**
 * Reads what a calendar holds between two instants, in a thread that is stopped when it takes too long. Never throws for what the
 * calendar holds: it is refused.
 */
export async function openCalendar(
  text: string,
  window: Window,
  { seconds = limits.seconds }: { seconds?: number } = {},
): Promise<CalendarReading> {
  if (!script) throw new Error("The thread that reads calendars is not built: see vite.server.config.ts.");
  if (text.length > limits.bytes) return { ok: false, refusal: "tooHeavy" };
  if (!/BEGIN:VCALENDAR/i.test(text.slice(0, 1000))) return { ok: false, refusal: "notCalendar" };
  const worker = new Worker(script, {
    workerData: { text, window },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    env: {},
    execArgv: [],
  });
  const late = setTimeout(() => worker.terminate(), seconds * 1000);
  const gone = once(worker, "exit").then((): CalendarReading => ({ ok: false, refusal: "tooHeavy" }));
  const said = once(worker, "message").then(([content]): CalendarReading => content);
  said.catch(() => {});
  try {
    return await Promise.race([said, gone]);
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY")
      return { ok: false, refusal: "tooHeavy" };
    throw error;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
