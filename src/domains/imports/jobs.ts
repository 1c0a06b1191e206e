import { z } from "zod";
import type { JobDefinition } from "#platform/jobs/index.ts";
import { readImport } from "./reading/read.ts";
import { resumeImports } from "./running/resume.ts";
import { runImport } from "./running/run.ts";
import { undoImport } from "./running/undo.ts";

const about = z.object({ id: z.number().int() });

export const importJobs: readonly JobDefinition[] = [
  {
    name: "imports.read",
    label: "Lire un fichier et préparer l’aperçu",
    run: (services, data) => readImport(services, about.parse(data).id),
  },
  {
    name: "imports.run",
    label: "Enregistrer les lignes d’un import",
    run: (services, data) => runImport(services, about.parse(data).id),
  },
  {
    name: "imports.undo",
    label: "Annuler un import",
    run: (services, data) => undoImport(services, about.parse(data).id),
  },
  {
    name: "imports.resume",
    label: "Reprendre les imports interrompus",
    cron: "* * * * *",
    retries: 0,
    run: (services) => resumeImports(services),
  },
];
