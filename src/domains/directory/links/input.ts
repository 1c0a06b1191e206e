import { z } from "zod";
import { optionalDay } from "../people/input.ts";
import { sayings } from "./rules.ts";

const said = sayings.map(({ value }) => value);

const fields = {
  lien: z
    .string("Choisissez ce qui les lie.")
    .refine((value) => said.includes(value), "Choisissez ce qui les lie."),
  depuis: optionalDay,
  jusqua: optionalDay,
  note: z.string().trim().max(500, "La note tient en 500 caractères.").default(""),
};
const orderly = (typed: { depuis: string | null; jusqua: string | null }) =>
  !typed.depuis || !typed.jusqua || typed.jusqua >= typed.depuis;
const disorder = { path: ["jusqua"], message: "La fin ne peut pas être avant le début." };

/** A new link: the other organisation is named as one writes it. */
export const newLinkForm = z
  .object({
    ...fields,
    organisation: z
      .string("Donnez le nom de l’autre organisation.")
      .trim()
      .min(1, "Donnez le nom de l’autre organisation.")
      .max(300, "Le nom tient en 300 caractères."),
    choix: z.coerce.number().int().positive().optional().catch(undefined),
  })
  .refine(orderly, disorder);

export const linkForm = z
  .object({ ...fields, version: z.coerce.number().int().catch(0) })
  .refine(orderly, disorder);
