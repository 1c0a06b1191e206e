import { z } from "zod";
import { readSynonyms, type TermEntry } from "./rules.ts";

const version = z.coerce.number("Rechargez la page et recommencez.").int().default(0);

export const termForm = z
  .object({
    libelle: z
      .string("Donnez le libellé.")
      .trim()
      .min(1, "Donnez le libellé.")
      .max(200, "Le libellé tient en 200 caractères."),
    description: z.string().trim().max(1000, "L’explication tient en 1 000 caractères.").default(""),
    synonymes: z.string().max(4000, "Les synonymes tiennent en 4 000 caractères.").default(""),
    parent: z.union([z.literal("").transform(() => null), z.coerce.number().int().positive()]).default(null),
    version,
  })
  .transform(({ libelle, description, synonymes, parent, version }) => {
    const entry: TermEntry = {
      label: libelle,
      description,
      synonyms: readSynonyms(synonymes, libelle),
      parentId: parent,
    };
    return { entry, version };
  });

export const movingForm = z.object({ sens: z.enum(["haut", "bas"]), version });
