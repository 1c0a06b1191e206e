import { appliedMigrations } from "#platform/db/migrate.ts";
import { openLog } from "#platform/log.ts";
import { openServices } from "../main.ts";
import type { Command } from "./command.ts";
import { commandConfig } from "./settings.ts";

export const command: Command = {
  usage: "migrate",
  summary: "Met la base de données au niveau de cette version (fait aussi à chaque démarrage).",
  async run() {
    const { services, close } = await openServices(commandConfig(), openLog("warn"), { work: false });
    const names = await appliedMigrations(services.db);
    await close();
    console.log(`La base de données est à jour : ${names.length} migrations, jusqu’à ${names.at(-1)}.`);
  },
};
