import { z } from "zod";

/** What is looked up in the registers. */
export const lookUpQuestion = z.object({ q: z.string().trim().max(200).default("") });

/** An entry of a register: `sirene:732829320`. */
const entry = z
  .string("Choisissez une ligne d’un registre.")
  .regex(/^(sirene:\d{9}|rna:W[0-9A-Z]{9})$/, "Choisissez une ligne d’un registre.");

/** What is taken of an entry: the keys of fields. */
export const takingForm = z.object({
  registre: entry,
  version: z.coerce.number("Rouvrez la page.").int().min(1, "Rouvrez la page."),
});

export const entryReference = ({ register, reference }: { register: string; reference: string }) =>
  `${register}:${reference}`;

/** `sirene:732829320` in its two parts; nothing when it is none. */
export function readReference(
  typed: string | undefined,
): { register: string; reference: string } | undefined {
  const [register = "", reference = ""] = entry.safeParse(typed).data?.split(":") ?? [];
  return reference ? { register, reference } : undefined;
}
