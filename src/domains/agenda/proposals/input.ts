import { z } from "zod";

const line = (name: string, longest: number, ask: string) =>
  z.string(ask).trim().min(1, ask).max(longest, `${name} : ${longest} caractères au plus.`);

/** Who proposes an event; the event itself is read as the team’s own form is. */
export const whoForm = z.object({
  votre_nom: line("Votre nom", 200, "Donnez votre nom."),
  votre_courriel: z
    .string("Donnez votre adresse électronique.")
    .trim()
    .toLowerCase()
    .max(254, "Cette adresse électronique est trop longue.")
    .pipe(z.email("Cette adresse électronique n’est pas complète : il en faut une comme prenom@exemple.fr.")),
  votre_organisation: line(
    "Votre organisation",
    300,
    "Dites qui organise : une association, une commune, un lycée…",
  ),
  mot: z.string().trim().max(2000, "Votre mot tient en 2 000 caractères.").default(""),
});
export type Who = z.output<typeof whoForm>;

/** What of the form of an event an actor may say: the rest is the team’s. */
export const proposedFields = [
  ...["titre", "genre", "debut", "fin", "heure_debut", "heure_fin", "duree", "enligne", "lieu", "adresse"],
  ...["description", "public", "accessibilite", "contact", "site", "inscription_adresse", "autre"],
] as const;

export const decisionForm = z
  .object({
    decision: z.enum(["accepter", "refuser"], "Choisissez d’accepter ou de refuser."),
    mot: z.string().trim().max(2000, "Le mot tient en 2 000 caractères.").default(""),
    champs: z
      .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string()))
      .default([]),
  })
  .refine(({ decision, mot }) => decision === "accepter" || mot !== "", {
    path: ["mot"],
    message: "Dites en un mot pourquoi : c’est ce que lira la personne qui a proposé.",
  });
