import type { JobDefinition } from "#platform/jobs/index.ts";
import { writeReminders } from "./commands.ts";

export const reminderJobs: readonly JobDefinition[] = [
  {
    name: "activities.reminders",
    label: "Écrire le rappel du vendredi",
    cron: "30 8 * * 5",
    run: async (services) => {
      await writeReminders(services, new Date());
    },
  },
];
