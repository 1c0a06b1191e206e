import { cleanStore, openStore } from "./files/index.ts";
import type { JobDefinition } from "./jobs/index.ts";
import { forgetAnswers } from "./outside/kept.ts";
import type { Services } from "./web/env.ts";

const day = 86_400_000;

/** How long is kept what serves no more: forms already answered, letters sent (they hold addresses), answers of registers. */
const keptDays = { submissions: 2, letters: 90, outsideAnswers: 30 } as const;

async function clean({ db, config }: Services, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day);
  await db
    .deleteFrom("platform.submissions")
    .where("created_at", "<", before(keptDays.submissions))
    .execute();
  await db
    .deleteFrom("platform.letters")
    .where("state", "in", ["sent", "kept", "failed"])
    .where("created_at", "<", before(keptDays.letters))
    .execute();
  await forgetAnswers(db, before(keptDays.outsideAnswers));
  await cleanStore(db, openStore(config));
}

export const cleaningJobs: readonly JobDefinition[] = [
  {
    name: "platform.cleaning",
    label: "Ménage de nuit : formulaires, courrier, fichiers retirés, réponses des registres",
    cron: "20 3 * * *",
    run: (services) => clean(services, new Date()),
  },
];
