import { restoreBackup } from "#platform/backup/index.ts";
import { openStore } from "#platform/files/index.ts";
import { formatInstant, plural } from "#ui/format.ts";
import { type Command, readWords, usage } from "./command.ts";
import { openDatabase } from "./database.ts";
import { commandConfig } from "./settings.ts";

export const command: Command = {
  usage: "restore <fichier.tar.gz> [--remplacer] [--demo]",
  summary:
    "Rend ce qu’une sauvegarde contient, dans une base vide (ou à la place de tout, avec --remplacer).",
  async run(words, path) {
    const { bare, given } = readWords(command, words, { remplacer: "flag", demo: "flag" });
    if (!bare[0]) throw usage(command);
    const config = commandConfig(given.demo === true);
    const { url, close } = await openDatabase(config);
    try {
      const replace = given.remplacer === true;
      const manifest = await restoreBackup(url, openStore(config), path(bare[0]), { replace });
      const made = formatInstant(new Date(manifest.made_at));
      console.log(`Sauvegarde du ${made} restaurée : ${plural(manifest.tables.length, "table")}.`);
    } finally {
      await close();
    }
  },
};
