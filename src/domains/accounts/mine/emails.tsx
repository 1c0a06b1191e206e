import type { Theme } from "#ui/document.tsx";
import { composeLetter } from "#ui/letter.tsx";

/** What changed in how an account opens. */
const warnings = {
  password: "Le mot de passe de votre compte vient d’être changé.",
  "second-factor-off": "La double vérification de votre compte vient d’être retirée.",
  key: "Une clé d’accès vient d’être ajoutée à votre compte.",
} as const;
export type Warning = keyof typeof warnings;

/** Tells the holder of an account what changed at its door: if it was not them, they learn it. */
export function warningLetter(theme: Theme, name: string, warning: Warning, href: string) {
  return composeLetter({
    network: theme.name,
    subject: `Sécurité de votre compte ${theme.shortName}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      warnings[warning],
      "Si c’est vous, il n’y a rien à faire. Sinon, changez votre mot de passe et fermez vos autres connexions, puis prévenez la personne qui tient les comptes du réseau.",
    ],
    action: { label: "Voir mon compte", href },
  });
}
