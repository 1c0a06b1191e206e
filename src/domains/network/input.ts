import { z } from "zod";

/** Every setting of the network, each with what a fresh installation says. */
export const settings = z.object({
  name: z.string().trim().min(1, "Donnez le nom du réseau.").default("Réseau régional multi-acteurs"),
  short_name: z.string().trim().min(1, "Donnez un nom court.").max(40).default("Le réseau"),
  tagline: z.string().trim().max(200).default("Coopérer ici et à l’international"),
  region_code: z.string().default("32"),
});
export type Settings = z.output<typeof settings>;
