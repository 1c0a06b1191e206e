import { openLog } from "#platform/log.ts";
import { checkPort } from "#platform/web/listen.ts";
import { openServices } from "../main.ts";
import type { Command } from "./command.ts";
import { figuresTable } from "./demo/figures.ts";
import { isLoaded, load } from "./demo/load.ts";
import { welcome } from "./demo/welcome.ts";
import { serveUntilStopped } from "./serving.ts";
import { demoConfig } from "./settings.ts";

export const command: Command = {
  usage: "demo",
  summary: "Essaie Maillage avec l’année 2021 de Lianes coopération (PORT et DATA_DIR changent où).",
  async run() {
    const config = demoConfig();
    await checkPort(config);
    const opened = await openServices(config, openLog(config.logLevel));
    try {
      if (!(await isLoaded(opened.services))) {
        console.log("Première fois : la démonstration s’installe.\n");
        await load(opened.services, (line) => console.log(line));
        console.log();
      }
      console.log(await figuresTable(opened.services));
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
