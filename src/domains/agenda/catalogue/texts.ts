import { formatDuration } from "#ui/format.ts";
import type { ModuleEntry } from "./commands.ts";
import type { ModuleForm } from "./input.ts";
import type { ModuleRecord } from "./queries.ts";

/** The fields of a module, by name, as a person calls them. */
export const moduleLabels = {
  titre: "Titre",
  cycle: "Cycle",
  nouveau_cycle: "Ou un nouveau cycle",
  nature: "Nature",
  heures: "Durée",
  objectifs: "Objectifs",
  contenu: "Contenu",
  public: "Public",
  prerequis: "Prérequis",
} as const;
export type ModuleField = keyof typeof moduleLabels;

/** A module as it would be typed. */
export const formOf = (module: ModuleRecord): Record<ModuleField, string> => ({
  titre: module.title,
  cycle: module.cycle_id === null ? "" : String(module.cycle_id),
  nouveau_cycle: "",
  nature: module.nature ?? "",
  heures: module.duration_minutes === null ? "" : formatDuration(module.duration_minutes),
  objectifs: module.objectives,
  contenu: module.contents,
  public: module.audience,
  prerequis: module.prerequisites,
});

export const entryOf = (form: ModuleForm, cycles: readonly { id: number }[]): ModuleEntry => ({
  title: form.titre,
  cycleId: cycles.find(({ id }) => id === form.cycle)?.id ?? null,
  newCycle: form.nouveau_cycle,
  nature: form.nature,
  durationMinutes: form.heures,
  objectives: form.objectifs,
  contents: form.contenu,
  audience: form.public,
  prerequisites: form.prerequis,
});
