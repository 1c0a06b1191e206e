import { readConfig } from "#platform/config.ts";
import { openLog } from "#platform/log.ts";
import { checkPort } from "#platform/web/listen.ts";
import { openServices } from "../main.ts";
import type { Command } from "./command.ts";
import { serveUntilStopped } from "./serving.ts";

/** Production: every setting comes from the environment, and one line of JSON is logged for each thing done. */
export const command: Command = {
  usage: "serve",
  summary: "Sert le site avec les réglages de l’environnement (voir docs/operations.md).",
  async run() {
    const config = readConfig();
    const log = openLog(config.logLevel);
    await checkPort(config);
    const opened = await openServices(config, log);
    await serveUntilStopped(
      opened,
      (port) => log.info({ port, url: config.baseUrl }, "listening"),
      () => log.info("stopping"),
    );
    log.info("stopped");
  },
};
