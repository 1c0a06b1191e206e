import type { JobDefinition } from "#platform/jobs/index.ts";
import { eraseRemovedPeople } from "./commands.people.ts";
import { eraseDueNotes, forgetOldRequests } from "./content/retention.ts";
import { writeDigests } from "./reminders/commands.ts";

export const supportJobs: readonly JobDefinition[] = [
  {
    name: "support.digest",
    label: "Rappel du lundi : les accompagnements et les cohortes de la semaine",
    cron: "30 7 * * 1",
    run: async (services) => {
      await writeDigests(services, new Date());
    },
  },
  {
    name: "support.retention",
    label: "Ménage de nuit : notes confidentielles, demandes d’accompagnement passées et personnes retirées",
    cron: "50 3 * * *",
    run: async ({ db }) => {
      await eraseDueNotes(db, new Date());
      await forgetOldRequests(db, new Date());
      await eraseRemovedPeople(db, new Date());
    },
  },
];
