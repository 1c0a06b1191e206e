import type { JobDefinition } from "#platform/jobs/index.ts";
import { computeDuplicates, refreshDuplicates } from "./commands.ts";

/** Asked for from the page; the other runs by itself. */
export const wholeComparison = "directory.duplicates.whole";

export const duplicateJobs: readonly JobDefinition[] = [
  {
    name: "directory.duplicates",
    label: "Doublons : comparer les fiches qui ont changé",
    cron: "* * * * *",
    run: async ({ db }) => {
      await refreshDuplicates(db);
    },
  },
  {
    name: wholeComparison,
    label: "Doublons : comparer toutes les fiches",
    run: async ({ db }) => {
      await computeDuplicates(db);
    },
  },
];
