import { importJobs } from "#domains/imports/index.ts";
import type { Db } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import type { Services } from "#platform/web/env.ts";
import type { Persona } from "./personas.ts";
import { memoryFiles, rememberedJobs } from "./services.ts";
import { openSite, testConfig } from "./site.ts";

/** What the imports need beside the site: files and jobs that the test keeps in hand. */
export function importServices(db: Db) {
  const jobs = rememberedJobs();
  const services: Services = {
    config: testConfig,
    db,
    replica: db,
    log: openLog("silent"),
    jobs,
    files: memoryFiles(),
    criteria: [],
  };
  return { services, jobs };
}

/** A person at the imports, whose jobs run when the test says `work`. */
export async function importer(db: Db, persona: Persona) {
  const { services, jobs } = importServices(db);
  const site = await openSite(db, persona, services);
  let done = 0;

  async function work() {
    for (; done < jobs.asked.length; done++) {
      const asked = jobs.asked[done];
      await importJobs.find((job) => job.name === asked?.name)?.run(services, asked?.data ?? {});
    }
  }

  /** Gives one file and has it read: the address of its page. */
  async function give(name: string, content: string | Uint8Array<ArrayBuffer>) {
    const given = await site.post("/gestion/imports", { fichiers: new File([content], name) });
    await work();
    return given.to ?? "";
  }

  return { site, give, work, jobs, services };
}
