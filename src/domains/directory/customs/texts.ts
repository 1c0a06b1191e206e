import type { Errors } from "#platform/web/form.ts";
import { plural } from "#ui/format.ts";
import type { Refusal } from "./commands.ts";
import type { CustomKind } from "./rules.ts";

/** What a field of each kind contains, in the words of the settings. */
export const kindWords: Record<CustomKind, string> = {
  text: "Une ligne de texte",
  paragraph: "Un paragraphe",
  number: "Un nombre",
  year: "Une année",
  date: "Une date",
  yes_no: "Oui ou non",
  web: "Une adresse de site",
  choice: "Une réponse d’une liste",
  choices: "Plusieurs réponses d’une liste",
};

/** What to say of a refusal, beside its field. */
export function customRefusal(refusal: Refusal): Errors {
  switch (refusal.kind) {
    case "stale":
      return { "": "Un collègue a changé ce champ entre-temps : relisez-le, puis enregistrez de nouveau." };
    case "taken":
      return { libelle: "Un autre champ porte déjà ce nom : donnez-lui-en un autre." };
    case "empty":
      return { reponses: "Écrivez au moins une réponse, une par ligne." };
    case "answered":
      return {
        genre:
          "Des fiches répondent déjà à ce champ : ce qu’il contient ne peut plus changer. Ajoutez un autre champ, puis retirez celui-ci.",
      };
    case "used":
      return {
        reponses: `${plural(refusal.count, "fiche")} ${refusal.count > 1 ? "donnent" : "donne"} la réponse « ${refusal.label} » : renommez-la plutôt que de la retirer.`,
      };
  }
}
