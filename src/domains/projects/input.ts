import { z } from "zod";
import { readPeriod } from "./rules.dates.ts";
import { stages } from "./rules.ts";

const text = (label: string, longest: number) =>
  z.string().trim().max(longest, `${label} : ${longest} caractères au plus.`).default("");

const period = (label: string, edge: "start" | "end") =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!typed.trim()) return null;
      const read = readPeriod(typed, edge);
      if (!read)
        context.addIssue({
          code: "custom",
          message: `${label} : « ${typed.trim()} » n’est pas une date. Écrivez 2021, mars 2021 ou 6/1/2021.`,
        });
      return read ?? null;
    });

const numbers = z
  .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string()))
  .transform((values) => [...new Set(values.filter((value) => /^\d{1,15}$/.test(value)).map(Number))]);

const number = z
  .string()
  .default("")
  .transform((typed) => (/^\d{1,15}$/.test(typed) ? Number(typed) : null));

/** The part of the form of a project that is no repeated line. Terms come as their numbers. */
export const projectForm = z
  .object({
    titre: z
      .string("Donnez un titre au projet.")
      .trim()
      .min(1, "Donnez un titre au projet.")
      .max(300, "Le titre tient en 300 caractères."),
    resume: text("Le résumé", 600),
    description: text("La présentation", 20_000),
    site: z
      .string()
      .trim()
      .max(500)
      .default("")
      .transform((typed, context) => {
        if (!typed) return "";
        const whole = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
        if (URL.canParse(whole) && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(whole)) return whole;
        context.addIssue({
          code: "custom",
          message: "Cette adresse de site n’est pas bonne : écrivez www.exemple.fr.",
        });
        return "";
      }),
    etape: z.enum(
      stages.map(({ code }) => code),
      "Choisissez l’étape du projet.",
    ),
    debut: period("Le début", "start"),
    fin: period("La fin", "end"),
    axe: number,
    secteurs: numbers,
    odd_principal: number,
    odd: numbers,
    pays: text("Les pays", 2000),
    beneficiaires: text("Les bénéficiaires", 2000),
    nombre: z
      .string()
      .default("")
      .transform((typed, context) => {
        const digits = typed.replace(/[\s\u00a0\u202f]/g, "");
        if (digits === "") return null;
        if (/^\d{1,9}$/.test(digits)) return Number(digits);
        context.addIssue({
          code: "custom",
          message: "Donnez le nombre de bénéficiaires en chiffres, ou rien.",
        });
        return null;
      }),
    notes: text("Les notes", 20_000),
    version: z.coerce.number().int().catch(0),
  })
  .refine(({ debut, fin }) => !debut || !fin || debut.on <= fin.on, {
    path: ["fin"],
    message: "La fin vient avant le début : vérifiez les deux dates.",
  });
export type ProjectForm = z.output<typeof projectForm>;

export const updateForm = z.object({
  date: z.string("Donnez la date.").transform((typed, context) => {
    const read = readPeriod(typed, "start");
    if (read?.precision === "day") return read.on;
    context.addIssue({ code: "custom", message: "Donnez le jour de cette nouvelle : 6/1/2021." });
    return "";
  }),
  titre: z
    .string("Donnez un titre à la nouvelle.")
    .trim()
    .min(1, "Donnez un titre à la nouvelle.")
    .max(200, "Le titre tient en 200 caractères."),
  texte: text("Le texte", 5000),
});

export const pictureForm = z.object({
  texte: z
    .string()
    .trim()
    .min(1, "Dites ce que l’on voit, pour ceux qui ne voient pas l’image.")
    .max(300, "Ce texte tient en 300 caractères : dites l’essentiel."),
  credit: z
    .string()
    .trim()
    .min(1, "Dites de qui est l’image.")
    .max(200, "Le crédit tient en 200 caractères."),
});

export const decisionForm = z
  .object({
    decision: z.enum(["accepter", "refuser"], "Choisissez d’accepter ou de refuser."),
    mot: text("Le mot", 2000),
    champs: z
      .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string()))
      .default([]),
  })
  .refine(({ decision, mot }) => decision === "accepter" || mot !== "", {
    path: ["mot"],
    message: "Dites en un mot pourquoi : c’est ce que lira la personne qui a proposé.",
  });
