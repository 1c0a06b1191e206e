import { z } from "zod";

/** A name for what the list shows now. */
export const viewForm = z.object({
  nom: z
    .string()
    .trim()
    .min(1, "Donnez un nom à cette vue.")
    .max(80, "Le nom de la vue : 80 caractères au plus."),
  adresse: z.string().max(2000, "Cette liste est trop longue à garder : retirez des filtres.").catch(""),
  partage: z.enum(["equipe", "moi"]).catch("moi"),
});
