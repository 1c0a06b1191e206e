import { z } from "zod";
import { readSiren } from "#platform/identifiers.ts";

const line = (most: number, name: string) =>
  z.string().trim().max(most, `${name} : ${most} caractères au plus.`).default("");
const colour = (initial: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "Donnez la couleur en six chiffres, par exemple #1d5a3f.")
    .default(initial);
const emailOrNothing = (name: string) =>
  z
    .union([z.literal(""), z.email(`${name} : cette adresse n’est pas complète, il faut nom@domaine.fr.`)], {
      error: `${name} : cette adresse n’est pas complète, il faut nom@domaine.fr.`,
    })
    .default("");

const sirenOrNothing = z
  .string()
  .trim()
  .transform((typed, context) => {
    const siren = typed === "" ? "" : readSiren(typed);
    if (siren !== undefined) return siren;
    context.addIssue("SIREN : neuf chiffres, dont le dernier contrôle les autres ; vérifiez-les.");
    return z.NEVER;
  })
  .default("");

/** Every setting of the network, each with what a fresh installation says. */
export const settings = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Donnez le nom du réseau.")
    .max(120, "Nom : 120 caractères au plus.")
    .default("Réseau régional multi-acteurs"),
  short_name: z
    .string()
    .trim()
    .min(1, "Donnez un nom court.")
    .max(40, "Nom court : 40 caractères au plus.")
    .default("Le réseau"),
  tagline: line(200, "Devise").default("Coopérer ici et à l’international"),
  presentation: line(8000, "Présentation"),
  region_code: z
    .string()
    .regex(/^\d{2,3}$/, "Choisissez une région dans la liste.")
    .default("32"),
  brand_colour: colour("#1d5a3f"),
  accent_colour: colour("#b4531d"),
  logo_file: z.string().default(""),
  postal_address: line(400, "Adresse"),
  email: emailOrNothing("Adresse électronique"),
  phone: line(40, "Téléphone"),
  siren: sirenOrNothing,
  registration: line(120, "Numéro d’enregistrement"),
  publisher: line(200, "Éditeur"),
  publication_director: line(200, "Direction de la publication"),
  host: line(400, "Hébergeur"),
  privacy_contact: emailOrNothing("Contact pour les données personnelles"),
});
export type Settings = z.output<typeof settings>;

/** The settings form: the logo travels apart, as a file; `version` is that of the page that was filled. */
export const settingsForm = settings
  .omit({ logo_file: true })
  .extend({ version: z.coerce.number().int().catch(-1), remove_logo: z.literal("oui").optional() });
export type SettingsForm = z.output<typeof settingsForm>;
