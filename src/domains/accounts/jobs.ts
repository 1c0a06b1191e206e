import type { Db } from "#platform/db/index.ts";
import type { JobDefinition } from "#platform/jobs/index.ts";
import { forgetCardRequests } from "./card-requests/commands.ts";

/** Sessions, links and codes that no longer open anything. They hold addresses: they go the night after. */
export async function forgetExpired(db: Db, now: Date): Promise<void> {
  await db.deleteFrom("accounts.sessions").where("expires_at", "<", now).execute();
  await db.deleteFrom("accounts.verifications").where("expires_at", "<", now).execute();
  const yesterday = new Date(now.getTime() - 86_400_000);
  const lastYear = new Date(now.getTime() - 366 * 86_400_000);
  await db.deleteFrom("accounts.sign_ins").where("signed_in_at", "<", lastYear).execute();
  await db.deleteFrom("accounts.used_codes").where("used_at", "<", yesterday).execute();
}

export const accountJobs: readonly JobDefinition[] = [
  {
    name: "accounts.cleaning",
    label: "Ménage de nuit : sessions, liens et demandes périmés",
    cron: "10 3 * * *",
    run: async ({ db }) => {
      await forgetExpired(db, new Date());
      await forgetCardRequests(db, new Date());
    },
  },
];
