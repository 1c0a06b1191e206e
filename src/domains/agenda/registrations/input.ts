import { z } from "zod";
import { readEmail, readPhone } from "#platform/addresses.ts";

/** How many people of one organisation one form takes. */
export const mostPeople = 20;
const longestName = 100;

const text = (longest: number, what: string) =>
  z.string().trim().max(longest, `${what} : ${longest} caractères au plus.`).default("");
const needed = (what: string) =>
  z.string(what).trim().min(1, what).max(longestName, `${longestName} caractères au plus pour un nom.`);

const address = z
  .string("Donnez une adresse électronique.")
  .default("")
  .transform((typed, context) => {
    const read = readEmail(typed);
    if (!read)
      context.addIssue(
        typed.trim()
          ? `« ${typed.trim().slice(0, 80)} » n’est pas une adresse complète : il en faut une comme prenom@exemple.fr.`
          : "Donnez une adresse électronique : le lien de l’inscription y est envoyé.",
      );
    return read ?? "";
  });

const phone = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = typed.trim() ? readPhone(typed) : "";
    if (read === undefined)
      context.addIssue("Ce numéro n’est pas complet : 03 20 00 00 00, ou +32… à l’étranger.");
    return read ?? "";
  });

const common = {
  organisation: text(300, "Organisation"),
  besoins: text(2000, "Vos besoins"),
};

/** One person; the first has no mark after the names of its fields. */
const person = (mark: string) => ({
  [`prenom${mark}`]: needed("Donnez le prénom."),
  [`nom${mark}`]: needed("Donnez le nom."),
  [`courriel${mark}`]: address,
});

const marks = (people: number) =>
  Array.from({ length: people }, (_, place) => (place === 0 ? "" : `-${place + 1}`));

/** Someone to register. */
export interface Newcomer {
  given_name: string;
  family_name: string;
  email: string;
  phone: string;
  organisation: string;
  needs: string;
  keep_contact: boolean;
}

/** The public form, for so many people; `sessionIds` are those that may be chosen, empty for a series. */
export function registrationForm(people: number, sessionIds: readonly number[]) {
  const session =
    sessionIds.length === 0
      ? z
          .unknown()
          .optional()
          .transform(() => null)
      : z.coerce
          .number("Choisissez une date.")
          .refine((id) => sessionIds.includes(id), "Choisissez une date parmi celles qui sont proposées.");
  return z
    .object({
      ...Object.assign({}, ...marks(people).map(person)),
      ...common,
      telephone: phone,
      contact: z.literal("oui").optional(),
      session,
    })
    .transform((form: Record<string, unknown>, context) => {
      const typed = (name: string) => String(form[name] ?? "");
      const seen = new Map<string, string>();
      for (const mark of marks(people)) {
        const email = typed(`courriel${mark}`);
        if (seen.has(email))
          context.addIssue({
            code: "custom",
            path: [`courriel${mark}`],
            message: "Chaque personne a sa propre adresse : celle-ci est donnée deux fois.",
          });
        seen.set(email, mark);
      }
      return {
        sessionId: typeof form["session"] === "number" ? form["session"] : null,
        people: marks(people).map(
          (mark): Newcomer => ({
            given_name: typed(`prenom${mark}`),
            family_name: typed(`nom${mark}`),
            email: typed(`courriel${mark}`),
            phone: mark ? "" : typed("telephone"),
            organisation: typed("organisation"),
            needs: mark ? "" : typed("besoins"),
            keep_contact: mark === "" && form["contact"] === "oui",
          }),
        ),
      };
    });
}

/** What a person may change of their own registration, and staff of anyone's. */
export const changeForm = z.object({
  prenom: needed("Donnez le prénom."),
  nom: needed("Donnez le nom."),
  telephone: phone,
  organisation: text(300, "Organisation"),
  choix: z.coerce.number().int().positive().optional().catch(undefined),
  besoins: text(2000, "Besoins"),
  contact: z.literal("oui").optional(),
  version: z.coerce.number().int().catch(0),
});
export type ChangeForm = z.output<typeof changeForm>;

/** Staff may also mend an address. */
export const staffChangeForm = changeForm.extend({
  courriel: z
    .string()
    .default("")
    .transform((typed, context) => {
      const read = typed.trim() ? readEmail(typed) : "";
      if (read === undefined)
        context.addIssue("Cette adresse n’est pas complète : il en faut une comme prenom@exemple.fr.");
      return read ?? "";
    }),
});

/** A registration by the team: an address helps, but someone may have none. */
export const staffForm = (sessionIds: readonly number[]) =>
  z.object({
    ...staffChangeForm.omit({ version: true, choix: true, contact: true }).shape,
    session:
      sessionIds.length === 0
        ? z
            .unknown()
            .optional()
            .transform(() => null)
        : z.coerce
            .number("Choisissez une date.")
            .refine((id) => sessionIds.includes(id), "Choisissez une date."),
    prevenir: z.literal("oui").optional(),
  });

export const paymentForm = z.object({
  moyen: z.string().trim().max(100, "Le moyen de paiement tient en 100 caractères.").default(""),
});

export const pageSize = 100;

/** What staff ask of the list. */
export const listQuestion = z.object({
  q: z.string().trim().max(100).optional(),
  etat: z.enum(["inscrits", "attente", "annules", "place"]).optional(),
  session: z.coerce.number().int().positive().optional(),
  paye: z.enum(["oui", "non"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type ListQuestion = z.output<typeof listQuestion>;
