import { z } from "zod";
import { readEmail, readPhone } from "#platform/addresses.ts";
import { type Day, readDay, readDuration } from "#platform/dates.ts";
import { readClock } from "./rules.slots.ts";
import { modes } from "./texts.ts";
export const short = (most: number, what: string) =>
  z.string().trim().max(most, `${what} tient en ${most} caractères.`).default("");

export const email = z.string("Donnez votre adresse électronique.").transform((typed, context) => {
  const read = readEmail(typed);
  if (!read)
    context.addIssue({
      code: "custom",
      message: typed.trim()
        ? `« ${typed.trim()} » n’est pas une adresse électronique : il manque peut-être le @ ou ce qui suit le point.`
        : "Donnez votre adresse électronique : la confirmation y part.",
    });
  return read ?? "";
});

export const optionalEmail = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = typed.trim() ? readEmail(typed) : "";
    if (read === undefined)
      context.addIssue({
        code: "custom",
        message: `« ${typed.trim()} » n’est pas une adresse électronique.`,
      });
    return read ?? "";
  });

export const phone = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = typed.trim() ? readPhone(typed) : "";
    if (read === undefined)
      context.addIssue({
        code: "custom",
        message: `« ${typed.trim()} » n’est pas un numéro de téléphone : écrivez 03 20 00 00 00, ou +223… pour l’étranger.`,
      });
    return read ?? "";
  });

export const subject = z
  .string("Dites en quelques mots de quoi vous voulez parler.")
  .trim()
  .min(1, "Dites en quelques mots de quoi vous voulez parler.")
  .max(300, "Le sujet tient en 300 caractères : le reste va dans le message.");

export const theme = z.coerce.number().int().positive().optional().catch(undefined);

export const day = (today: Day, missing: string) =>
  z.string(missing).transform((typed, context) => {
    const read = readDay(typed, today);
    if (!read)
      context.addIssue({
        code: "custom",
        message: typed.trim()
          ? `« ${typed.trim()} » n’est pas une date : écrivez 6/1/2026 ou demain.`
          : missing,
      });
    return read ?? today;
  });

export const optionalDay = (today: Day) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!typed.trim()) return null;
      const read = readDay(typed, today);
      if (!read)
        context.addIssue({
          code: "custom",
          message: `« ${typed.trim()} » n’est pas une date : écrivez 6/1/2026.`,
        });
      return read ?? null;
    });

export const clock = (missing: string) =>
  z.string(missing).transform((typed, context) => {
    const read = readClock(typed);
    if (!read)
      context.addIssue({
        code: "custom",
        message: typed.trim() ? `« ${typed.trim()} » n’est pas une heure : écrivez 9h ou 9h30.` : missing,
      });
    return read ?? "00:00";
  });

export const duration = (most: number) =>
  z.string("Donnez la durée.").transform((typed, context) => {
    const bare = /^\s*\d+\s*$/.test(typed) && Number(typed) > 8; // `45` is minutes here
    const minutes = bare ? Number(typed) : readDuration(typed);
    if (minutes === undefined || minutes < 5 || minutes > most)
      context.addIssue({
        code: "custom",
        message: `Écrivez une durée de 5 minutes à ${most / 60} heures : 45 min, 1h.`,
      });
    return minutes ?? 5;
  });

export const where = {
  mode: z.enum(modes, "Dites comment vous vous verrez."),
  bureau: z.coerce.number().int().positive().optional().catch(undefined),
  lieu: short(300, "Le lieu"),
  visio: z
    .string()
    .trim()
    .max(1000, "Le lien tient en 1 000 caractères.")
    .refine(
      (typed) => typed === "" || /^https?:\/\/\S+$/.test(typed),
      "Un lien de visioconférence commence par https://.",
    )
    .default(""),
};

export const needed = (
  form: { mode: string; bureau?: number | undefined; lieu: string },
  context: z.RefinementCtx,
) => {
  if (form.mode === "office" && !form.bureau)
    context.addIssue({ code: "custom", path: ["bureau"], message: "Choisissez le bureau." });
  if (form.mode === "elsewhere" && !form.lieu)
    context.addIssue({ code: "custom", path: ["lieu"], message: "Dites où : le nom du lieu et la commune." });
};
