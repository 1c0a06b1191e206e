import type { Db } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import { findLetter, mailJobs } from "#platform/mail/index.ts";
import { memoryFiles, rememberedJobs } from "./services.ts";
import { testConfig } from "./site.ts";

/** Runs the job that sends this letter, to the server at `url` if there is one; gives the letter afterwards. */
export async function sendLetter(db: Db, id: number, url?: string) {
  const mail = url ? { url, from: "Le réseau <reseau@exemple.fr>" } : undefined;
  const services = {
    config: { ...testConfig, mail },
    db,
    replica: db,
    log: openLog("silent"),
    files: memoryFiles(),
    criteria: [],
    jobs: rememberedJobs(),
  };
  await mailJobs[0]?.run(services, { letterId: id });
  return findLetter(db, id);
}
