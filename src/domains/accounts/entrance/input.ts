import { z } from "zod";
import { longestPassword } from "../passwords.ts";

/** An address as people type it, kept in lower case. */
export const email = z
  .string("Donnez votre adresse électronique.")
  .trim()
  .toLowerCase()
  .max(254, "Cette adresse électronique est trop longue.")
  .pipe(z.email("Cette adresse électronique n’est pas complète : il en faut une comme prenom@exemple.fr."));

/** Where to go once signed in: a page of this site, or nowhere. */
const next = z
  .string()
  .optional()
  .transform((text) => localPath(text));

export const passwordForm = z.object({
  email,
  password: z
    .string()
    .min(1, "Tapez votre mot de passe, ou demandez un lien par courriel.")
    .max(longestPassword, `Un mot de passe ne dépasse pas ${longestPassword} caractères.`),
  suite: next,
});

export const linkForm = z.object({ email, suite: next });

export const arrivalForm = z.object({ jeton: z.string().min(1).max(200).catch(""), suite: next });

export const codeForm = z.object({
  code: z
    .string()
    .trim()
    .min(1, "Tapez le code à six chiffres, ou un code de secours.")
    .max(40, "Ce code est trop long : il compte six chiffres."),
  suite: next,
});

const bytes = z.string().min(1).max(10_000);

/** What a browser says of a key that answered, as `PublicKeyCredential.toJSON()` writes it (Web Authentication, level 3). */
const keyAnswer = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.string().optional(),
  }),
});
export type KeyAnswer = z.output<typeof keyAnswer>;

export const keyForm = z.object({ response: fromJson(keyAnswer), suite: next });

/** A hidden field that a script fills with JSON. */
export function fromJson<Schema extends z.ZodType>(schema: Schema) {
  return z.string().transform((text, context): z.output<Schema> => {
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: "custom", message: "La clé n’a pas répondu. Recommencez." });
      return z.NEVER;
    }
  });
}

export const question = z.object({
  suite: next,
  jeton: z.string().optional(),
  envoye: z.string().optional(),
});

/** `text` when it is an address of this site; a link to elsewhere, however disguised, is none. */
export function localPath(text: string | undefined): string | undefined {
  if (!text?.startsWith("/") || text.includes("\\")) return undefined;
  const here = "http://ici.invalid";
  if (!URL.canParse(text, here)) return undefined;
  const url = new URL(text, here);
  return url.origin === here && !text.startsWith("//") ? url.pathname + url.search + url.hash : undefined;
}
