import { writeFile } from "node:fs/promises";
import { computeReport, printReport } from "#domains/reports/index.ts";
import { dayInParis } from "#platform/dates.ts";
import { openLog } from "#platform/log.ts";
import { formatDay } from "#ui/format.ts";
import { openServices } from "../main.ts";
import { type Command, readWords, usage } from "./command.ts";
import { commandConfig } from "./settings.ts";

export const command: Command = {
  usage: "report <année> [fichier.pdf] [--demo]",
  summary: "Écrit le bilan de l’année en PDF, tel que les données sont à cet instant.",
  async run(words, path) {
    const { bare, given } = readWords(command, words, { demo: "flag" });
    const [year = "", file = `bilan-${year}.pdf`] = bare;
    if (!/^(19|20)\d\d$/.test(year)) throw usage(command);
    const config = commandConfig(given.demo === true);
    const { services, close } = await openServices(config, openLog("warn"), { work: false });
    try {
      const now = new Date();
      const report = await computeReport(services.db, Number(year), now, { whole: true });
      const edition = `Brouillon du ${formatDay(dayInParis(now))}`;
      await writeFile(path(file), printReport(report, { edition, link: () => undefined }));
      console.log(`Le bilan ${year} est écrit dans ${file}.`);
    } finally {
      await close();
    }
  },
};
