import { sql } from "kysely";
import { setSettings } from "#domains/network/index.ts";
import { system } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import { checkPort } from "#platform/web/listen.ts";
import { plural } from "#ui/format.ts";
import { openServices } from "../main.ts";
import { type Command, readWords, usage } from "./command.ts";
import { fillLarge } from "./demo/large/fill.ts";
import { lianes } from "./demo/lianes.ts";
import { openAccounts } from "./demo/load.ts";
import { welcome } from "./demo/welcome.ts";
import { serveUntilStopped } from "./serving.ts";
import { demoConfig } from "./settings.ts";

export const command: Command = {
  usage: "demo-large [--organisations 100000] [--personnes 200000]",
  summary:
    "Essaie Maillage avec un très grand annuaire inventé, dans une base à part (PORT et DATA_DIR changent où).",
  async run(words) {
    const { given } = readWords(command, words, { organisations: "text", personnes: "text" });
    const organisations = Number(given.organisations ?? 100_000);
    const people = Number(given.personnes ?? 2 * organisations);
    if (!(organisations > 0 && people >= 0)) throw usage(command);
    const config = demoConfig("data/demo-large");
    await checkPort(config);
    const opened = await openServices(config, openLog(config.logLevel));
    const { db } = opened.services;
    try {
      const { rows } = await sql`select from directory.organisations limit 1`.execute(db);
      if (rows.length === 0) {
        console.log(
          `Première fois : ${plural(organisations, "organisation")} et ${plural(people, "personne")} s’inventent, en une à deux minutes.`,
        );
        await setSettings(db, system, lianes);
        await openAccounts(opened.services);
        await fillLarge(db, { organisations, people });
      }
    } catch (error) {
      await opened.close();
      throw error;
    }
    await serveUntilStopped(
      opened,
      () => console.log(welcome(config.baseUrl)),
      () => console.log("\nÀ bientôt : le site s’arrête."),
    );
  },
};
