import type { Errors } from "#platform/web/form.ts";
import type { Refusal } from "./commands.ts";

/** What to say of a refusal, beside its field. */
export function wordRefusal(refusal: Refusal): Errors {
  switch (refusal.kind) {
    case "stale":
      return { "": "La liste a changé entre-temps : relisez-la, puis enregistrez de nouveau." };
    case "no-parent":
      return { parent: "Choisissez un rattachement de la liste." };
    case "taken":
      return {
        [refusal.field]: `« ${refusal.word} » désigne déjà « ${refusal.other} » : un mot ne mène qu’à un terme.`,
      };
  }
}
