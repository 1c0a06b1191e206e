import { z } from "zod";
import { readDuration } from "#platform/dates.ts";

const text = (label: string, longest: number) =>
  z.string().trim().max(longest, `${label} : ${longest} caractères au plus.`).default("");

/** The form of a module of the catalogue. `nouveau_cycle` names a cycle that the list does not have yet. */
export const moduleForm = z.object({
  titre: z
    .string("Donnez le titre du module.")
    .trim()
    .min(1, "Donnez le titre du module.")
    .max(300, "Le titre tient en 300 caractères."),
  cycle: z
    .string()
    .default("")
    .transform((typed) => (/^\d{1,15}$/.test(typed) ? Number(typed) : null)),
  nouveau_cycle: text("Le cycle", 200),
  nature: z
    .enum(["thematic", "methodological", ""])
    .catch("")
    .transform((said) => said || null),
  heures: z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!typed.trim()) return null;
      const minutes = readDuration(typed);
      if (minutes !== undefined && minutes >= 1 && minutes <= 60_000) return minutes;
      context.addIssue({
        code: "custom",
        message: `« ${typed.trim()} » n’est pas une durée : écrivez 7 ou 3h30.`,
      });
      return null;
    }),
  objectifs: text("Les objectifs", 20_000),
  contenu: text("Le contenu", 20_000),
  public: text("Le public", 2000),
  prerequis: text("Les prérequis", 2000),
  version: z.coerce.number().int().catch(0),
});
export type ModuleForm = z.output<typeof moduleForm>;
