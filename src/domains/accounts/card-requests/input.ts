import { z } from "zod";
import { email } from "../entrance/input.ts";

const line = (longest: number, name: string) =>
  z.string().trim().max(longest, `${name} : ${longest} caractères au plus.`).default("");

const who = {
  votre_nom: z
    .string("Donnez votre nom.")
    .trim()
    .min(1, "Donnez votre nom.")
    .max(200, "Votre nom tient en 200 caractères."),
  votre_courriel: email,
  votre_fonction: line(200, "Votre fonction"),
  message: line(2000, "Votre message"),
};

/** The form of someone who asks to speak for an organisation. */
export const cardRequestForm = z.object(who);
export type CardRequestForm = z.output<typeof cardRequestForm>;

/** The same for an organisation that the directory does not have yet; its own fields are read by the directory. */
export const newcomerForm = z.object({ ...who, autre: z.string().optional() });

export const refusalForm = z.object({
  raison: z
    .string("Dites pourquoi, en une phrase.")
    .trim()
    .min(1, "Dites pourquoi, en une phrase : elle sera dans la lettre.")
    .max(1000, "La raison tient en 1 000 caractères."),
});
