import { takeBackup } from "#platform/backup/index.ts";
import { openStore } from "#platform/files/index.ts";
import { plural } from "#ui/format.ts";
import { type Command, readWords, usage } from "./command.ts";
import { openDatabase } from "./database.ts";
import { commandConfig } from "./settings.ts";

export const command: Command = {
  usage: "backup <fichier.tar.gz> [--demo]",
  summary: "Sauvegarde la base de données et les fichiers, pendant que le site tourne.",
  async run(words, path) {
    const { bare, given } = readWords(command, words, { demo: "flag" });
    if (!bare[0]) throw usage(command);
    const config = commandConfig(given.demo === true);
    const { url, close } = await openDatabase(config);
    try {
      const saved = await takeBackup(url, openStore(config), path(bare[0]));
      console.log(
        `Sauvegarde écrite dans ${bare[0]} : ${plural(saved.tables, "table")}, ${plural(saved.files, "fichier")}.`,
      );
    } finally {
      await close();
    }
  },
};
