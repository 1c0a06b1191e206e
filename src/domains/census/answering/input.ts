import { z } from "zod";

/** A refusal or a departure, as the organisation says it. */
export const declarationForm = z.object({
  choix: z.enum(["refusal", "departure"], "Dites ce qu’il en est : l’une des deux phrases."),
  message: z.string().trim().max(2000, "Ce texte tient en 2 000 caractères.").default(""),
  nom: z.string().trim().max(200, "Ce nom tient en 200 caractères.").default(""),
});
