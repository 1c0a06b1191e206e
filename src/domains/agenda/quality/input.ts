import { z } from "zod";

/** Where the network stands on an indicator. */
export const qualityForm = z
  .object({
    etat: z.enum(["met", "partly", "not_met", "not_concerned"], "Dites où vous en êtes."),
    comment: z.string().trim().max(5000, "Le texte tient en 5 000 caractères.").default(""),
    preuve: z.string().trim().max(2000, "Les preuves tiennent en 2 000 caractères.").default(""),
    version: z.coerce.number().int().min(0).catch(0),
  })
  .superRefine((form, context) => {
    if (form.etat === "met" && !form.preuve)
      context.addIssue({
        code: "custom",
        path: ["preuve"],
        message: "Dites où se trouve la preuve : un auditeur la demandera.",
      });
    if (form.etat === "not_concerned" && !form.comment)
      context.addIssue({
        code: "custom",
        path: ["comment"],
        message: "Dites pourquoi cet indicateur ne vous concerne pas.",
      });
  });
