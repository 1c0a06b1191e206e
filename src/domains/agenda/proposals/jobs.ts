import type { JobDefinition } from "#platform/jobs/index.ts";
import { forgetProposals } from "./commands.ts";

export const proposalJobs: readonly JobDefinition[] = [
  {
    name: "agenda.proposals.cleaning",
    label: "Ménage de nuit : événements proposés et jamais confirmés",
    cron: "25 3 * * *",
    run: ({ db }) => forgetProposals(db, new Date()),
  },
];
