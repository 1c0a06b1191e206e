import { z } from "zod";
import { chosenAmong, emailOrNone, line, needed, phone } from "../input.ts";

/** What someone asks from the public page; `themes` are those of the list. */
export const requestForm = (themes: readonly number[]) =>
  z.object({
    organisation: needed("Donnez le nom de votre organisation.", 300),
    votre_nom: needed("Donnez votre nom.", 200),
    votre_fonction: line("Votre fonction", 200),
    votre_courriel: emailOrNone.refine(
      (typed) => typed !== "",
      "Donnez votre adresse électronique : c’est par elle que nous répondons.",
    ),
    votre_telephone: phone,
    themes: chosenAmong(themes),
    lieu: line("La commune", 200),
    pays: line("Les pays", 2000),
    sujet: needed("Dites le sujet, en quelques mots.", 300),
    message: needed("Dites-nous ce qui vous amène, en quelques lignes.", 10_000),
    double: z.enum(["lien", "autre"]).optional(),
  });
export type RequestForm = z.output<ReturnType<typeof requestForm>>;
