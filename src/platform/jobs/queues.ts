import type { PgBoss } from "pg-boss";
import { isConstant } from "./board.ts";
import type { JobDefinition } from "./index.ts";

interface Habits {
  timezone: string;
  silenceSeconds: number;
}

/**
 * One queue a definition, made at first and brought up to date after; a cron that is gone from the list is forgotten.
 * `exclusive`: one job of a key waits or runs at a time.
 */
export async function openQueues(boss: PgBoss, definitions: readonly JobDefinition[], habits: Habits) {
  for (const definition of definitions) {
    const { name, retries = 3, cron } = definition;
    const habit = {
      retryLimit: retries,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 600,
      heartbeatSeconds: habits.silenceSeconds,
      expireInSeconds: 6 * 3600, // a long import; a dead worker is known by its silence long before
      deleteAfterSeconds: isConstant(definition) ? 60 : 14 * 86_400,
      notify: true,
    };
    await boss.createQueue(name, { policy: "exclusive", ...habit });
    await boss.updateQueue(name, habit);
    if (cron) await boss.schedule(name, cron, {}, { tz: habits.timezone, missed: "once" });
  }
  const wanted = new Set(definitions.flatMap(({ name, cron }) => (cron ? [name] : [])));
  for (const schedule of await boss.getSchedules())
    if (!wanted.has(schedule.name)) await boss.unschedule(schedule.name, schedule.key);
}
