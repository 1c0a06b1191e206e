import { z } from "zod";
import { dayInParis, readDay } from "#platform/dates.ts";
import { contactForm } from "../contacts/input.ts";

/** How many people a page shows. */
export const pageSize = 50;

const code = z.string().trim().max(80).optional();
const number = z.coerce.number().int().positive().optional();

/** The value of a filter that asks for who has none. */
export const none = "aucune";

/** What a reader asks of the list of people, as in its address. */
export const question = z.object({
  q: z.string().trim().max(200).optional(),
  organisation: number,
  fonction: z.enum(["elected", "employed", "volunteer", "other", none]).optional(),
  consentement: code,
  langue: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  etat: z.enum(["archivees", "effacees"]).optional(),
  conservation: z.enum(["a-revoir"]).optional(),
  tri: z.enum(["nom", "-nom", "contact", "-contact", "recent"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type Question = z.output<typeof question>;

/** A day as people type it; nothing typed is null. */
export const optionalDay = z
  .string()
  .default("")
  .transform((typed, context) => {
    const day = typed.trim() ? readDay(typed, dayInParis(new Date())) : null;
    if (day === undefined)
      context.addIssue({ code: "custom", message: "Écrivez une date du calendrier : 6/1/2021." });
    return day ?? null;
  });

const line = (longest: number, name: string) =>
  z.string().trim().max(longest, `${name} : ${longest} caractères au plus.`).default("");

/** What is said of the person itself. */
const personFields = {
  prenom: line(120, "Le prénom"),
  nom: line(120, "Le nom"),
  langue: z
    .string()
    .regex(/^[a-z]{2}$/, "Choisissez une langue.")
    .default("fr"),
  origine: line(300, "L’origine"),
  contact: optionalDay,
  notes: line(5000, "Les notes"),
};

const named = (typed: { prenom: string; nom: string }) => typed.prenom !== "" || typed.nom !== "";
const nameMissing = { path: ["nom"], message: "Donnez au moins un nom ou un prénom." };

export const personForm = z
  .object({ ...personFields, version: z.coerce.number().int().catch(0) })
  .refine(named, nameMissing);
export type PersonForm = z.output<typeof personForm>;

/** A first courriel and telephone, checked as any contact point; the person is then found by them. */
const firstContacts = { courriel: line(480, "Le courriel"), telephone: line(480, "Le téléphone") };

const contactOf = (genre: "email" | "phone", path: string) => (typed: string, context: z.RefinementCtx) => {
  if (!typed) return null;
  const read = contactForm.safeParse({ genre, valeur: typed });
  if (!read.success)
    context.addIssue({ code: "custom", path: [path], message: read.error.issues[0]?.message ?? "" });
  return read.data?.value ?? null;
};

const withContacts = <Typed extends { courriel: string; telephone: string }>(
  typed: Typed,
  context: z.RefinementCtx,
) => ({
  ...typed,
  courriel: contactOf("email", "courriel")(typed.courriel, context),
  telephone: contactOf("phone", "telephone")(typed.telephone, context),
});

const sure = { autre: z.string().optional() };

/** A new person, with how to reach them; `autre`: yes, it is somebody else than those proposed. */
export const newPersonForm = z
  .object({ ...personFields, ...firstContacts, ...sure, compte: z.uuid().optional().catch(undefined) })
  .refine(named, nameMissing)
  .transform(withContacts);
export type NewPersonForm = z.output<typeof newPersonForm>;

const orderly = (typed: { depuis: string | null; jusqua: string | null }) =>
  !typed.depuis || !typed.jusqua || typed.jusqua >= typed.depuis;
const disorder = { path: ["jusqua"], message: "La fin ne peut pas être avant le début." };

const roleFields = {
  titre: line(200, "La fonction"),
  genre: z.enum(["elected", "employed", "volunteer", "other"]).catch("other"),
  depuis: optionalDay,
  jusqua: optionalDay,
  interlocuteur: z.string().optional().transform(Boolean),
  vue: z.enum(["public", "members", "staff"]).catch("staff"),
};

export const roleForm = z
  .object({ ...roleFields, version: z.coerce.number().int().catch(0) })
  .refine(orderly, disorder);
export type RoleForm = Omit<z.output<typeof roleForm>, "version">;

/** A role of a person, in an organisation given by its name as one writes it. */
export const roleOfPersonForm = z
  .object({
    ...roleFields,
    organisation: z
      .string("Donnez le nom de l’organisation.")
      .trim()
      .min(1, "Donnez le nom de l’organisation.")
      .max(300, "Le nom tient en 300 caractères."),
    choix: number.catch(undefined),
  })
  .refine(orderly, disorder);

/** A person and their role in one organisation, at once: somebody new, or `personne` who is known. */
export const newRoleForm = z
  .object({
    ...roleFields,
    ...firstContacts,
    ...sure,
    prenom: personFields.prenom,
    nom: personFields.nom,
    personne: number.catch(undefined),
  })
  .refine((typed) => typed.personne !== undefined || named(typed), nameMissing)
  .refine(orderly, disorder)
  .transform(withContacts);

export const endForm = z.object({ le: optionalDay });

export const accountForm = z.object({ compte: z.uuid() });
