import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { importFile } from "#domains/imports/index.ts";
import { system } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import { Refusal } from "#platform/refusal.ts";
import { plural } from "#ui/format.ts";
import { openServices } from "../main.ts";
import { type Command, readWords, usage } from "./command.ts";
import { commandConfig } from "./settings.ts";

export const command: Command = {
  usage: "import <fichier> [--genre meetings|trainings|organisations|members] [--annee 2021] [--demo]",
  summary: "Importe un tableur (CSV, XLSX, ODS) par le même chemin que la gestion.",
  async run(words, path) {
    const { bare, given } = readWords(command, words, { genre: "text", annee: "text", demo: "flag" });
    const [file] = bare;
    if (!file) throw usage(command);
    const bytes = await readFile(path(file));
    const config = commandConfig(given.demo === true);
    const { services, close } = await openServices(config, openLog("warn"), { work: false });
    try {
      const outcome = await importFile(services, system, {
        name: basename(file),
        bytes,
        ...(typeof given.genre === "string" ? { kind: given.genre } : {}),
        ...(typeof given.annee === "string" ? { options: { year: given.annee } } : {}),
      });
      if (outcome.error) throw new Refusal(outcome.error);
      const { rows, create, change, same, problem } = outcome.counts;
      console.log(
        `${plural(rows, "ligne")} : ${create} à créer, ${change} à changer, ${same} déjà là, ${problem} écartées.`,
      );
      for (const { line, reason } of outcome.problems) console.log(`  ligne ${line} : ${reason}`);
    } finally {
      await close();
    }
  },
};
