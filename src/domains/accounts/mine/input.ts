import { z } from "zod";
import { fromJson } from "../entrance/input.ts";
import { longestPassword, shortestPassword } from "../passwords.ts";

/** A password being chosen: long enough to resist, with no recipe to follow. */
export const newPassword = z
  .string("Choisissez un mot de passe.")
  .min(
    shortestPassword,
    `Choisissez ${shortestPassword} caractères ou plus : quelques mots qui se suivent font l’affaire.`,
  )
  .max(longestPassword, `Ce mot de passe dépasse ${longestPassword} caractères.`);

/** `current` is asked of those who have a password already. */
export const passwordForm = z.object({ current: z.string().default(""), password: newPassword });

/** The password of those who have one, before what protects the account changes. */
export const protectForm = z.object({ password: z.string().default("").catch("") });

export const confirmForm = z.object({
  code: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Tapez les six chiffres que montre l’application.")),
});

export const nameForm = z.object({
  name: z.string().trim().min(1, "Donnez votre nom.").max(120, "Ce nom dépasse 120 caractères."),
});

const bytes = z.string().min(1).max(20_000);

/** A key just made by the browser, as `PublicKeyCredential.toJSON()` writes it (Web Authentication, level 3). */
const newKey = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});

export const keyForm = z.object({
  response: fromJson(newKey),
  key: z.string().trim().max(80, "Ce nom dépasse 80 caractères.").default(""),
});
