import { system } from "#platform/db/index.ts";
import { findOffenders } from "#platform/invariant.ts";
import type { JobDefinition } from "#platform/jobs/index.ts";
import type { Services } from "#platform/web/env.ts";
import { fillPlaces } from "./commands.places.ts";
import { forgetPeople } from "./forgetting.ts";
import { registrationInvariants, unfilledPools } from "./invariants.ts";
import { writeJob } from "./job-name.ts";
import { writeReminders } from "./letters/reminders.ts";
import { writeAnnouncements } from "./letters/write.ts";

/** Gives the places that were freed otherwise than by a registration: a capacity raised, a row mended. */
export async function fillEveryPlace(
  services: Pick<Services, "db" | "config" | "jobs">,
  now: Date,
): Promise<number> {
  const { rows } = await unfilledPools.execute(services.db);
  let given = 0;
  for (const eventId of new Set(rows.map(({ event_id }) => event_id)))
    given += await fillPlaces(services.db, system, services, eventId, now);
  return given;
}

export const registrationJobs: readonly JobDefinition[] = [
  {
    name: writeJob,
    label: "Écrire aux inscrits, donner les places libres",
    cron: "*/5 * * * *",
    run: async (services) => {
      await fillEveryPlace(services, new Date());
      await writeAnnouncements(services, new Date());
    },
  },
  {
    name: "agenda.reminders",
    label: "Écrire les rappels des événements",
    cron: "23 8-18 * * *",
    run: async (services) => {
      await writeReminders(services, new Date());
    },
  },
  {
    name: "agenda.forgetting",
    label: "Effacer des inscriptions ce qui a fait son temps ; vérifier les places",
    cron: "40 3 * * *",
    run: async (services) => {
      await forgetPeople(services.db, system, new Date());
      for (const broken of await findOffenders(services.db, registrationInvariants))
        services.log.warn(broken, "invariant");
    },
  },
];
