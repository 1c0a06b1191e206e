import type { JobDefinition } from "#platform/jobs/index.ts";
import { writeDueLetters } from "./commands.ts";
import { writeLettersJob } from "./job-name.ts";

export const censusJobs: readonly JobDefinition[] = [
  {
    name: writeLettersJob,
    label: "Écrire les lettres du recensement",
    cron: "7 9-17 * * 1-5",
    run: async (services) => {
      await writeDueLetters(services, new Date());
    },
  },
];
