import { z } from "zod";
import { readPhone, readWebAddress } from "../rules.ts";

const kinds = ["email", "phone", "website", "social", "post"] as const;

/** How each kind of contact point is written down, and what is said when it cannot be. */
const readers: Record<
  (typeof kinds)[number],
  { read: (typed: string) => string | undefined; refusal: string }
> = {
  email: {
    read: (typed) => z.email().safeParse(typed.trim().toLowerCase()).data,
    refusal: "Cette adresse de courriel n’est pas bonne : écrivez nom@exemple.fr.",
  },
  phone: {
    read: readPhone,
    refusal: "Ce numéro n’est pas bon : dix chiffres en France, ou + et l’indicatif du pays.",
  },
  website: { read: readWebAddress, refusal: "Cette adresse n’est pas bonne : écrivez www.exemple.fr." },
  social: {
    read: readWebAddress,
    refusal: "Copiez l’adresse de la page : https://www.facebook.com/exemple.",
  },
  post: { read: (typed) => typed.trim() || undefined, refusal: "Écrivez l’adresse postale." },
};

/** The form of a contact point; seen by the team alone unless told. */
export const contactForm = z
  .object({
    genre: z.enum(kinds, "Choisissez de quoi il s’agit."),
    intitule: z.string().trim().max(120, "L’intitulé tient en 120 caractères.").default(""),
    valeur: z
      .string()
      .trim()
      .min(1, "Écrivez la coordonnée.")
      .max(480, "La coordonnée tient en 480 caractères."),
    vue: z.enum(["public", "members", "staff"]).catch("staff"),
  })
  .transform(({ genre, intitule, valeur, vue }, context) => {
    const { read, refusal } = readers[genre];
    const value = read(valeur);
    if (value === undefined) context.addIssue({ code: "custom", path: ["valeur"], message: refusal });
    return { kind: genre, label: intitule, value: value ?? "", visibility: vue };
  });

export type ContactForm = z.output<typeof contactForm>;
