import { z } from "zod";
import { fieldVisibilities } from "../fields/registry.ts";
import { customKinds } from "./rules.ts";

const checked = z.string().optional().transform(Boolean);

/** The form of a custom field. Answers already there come as `reponse_<code>`, new ones a line each in `reponses`. */
export const customFieldForm = z.looseObject({
  libelle: z
    .string("Donnez le nom du champ.")
    .trim()
    .min(1, "Donnez le nom du champ.")
    .max(120, "Le nom tient en 120 caractères."),
  aide: z.string().trim().max(500, "L’aide tient en 500 caractères.").default(""),
  genre: z.enum(customKinds, "Choisissez ce qu’il contient."),
  vue: z.enum(fieldVisibilities).catch("staff"),
  sur: checked,
  filtre: checked,
  reponses: z.string().max(10_000, "Les réponses tiennent en 10 000 caractères.").default(""),
  version: z.coerce.number().int().catch(0),
});

export type CustomFieldForm = z.output<typeof customFieldForm>;

/** What each answer already there is now called, by its code. */
export const renamedOf = (form: CustomFieldForm): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form)
      .filter(([name]) => name.startsWith("reponse_"))
      .map(([name, label]) => [name.replace("reponse_", ""), String(label)]),
  );
