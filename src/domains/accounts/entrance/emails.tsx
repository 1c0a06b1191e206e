import type { Theme } from "#ui/document.tsx";
import { composeLetter } from "#ui/letter.tsx";
import { linkMinutes } from "../auth.ts";

/** The letter that opens the door once. */
export function signInLetter(theme: Theme, name: string, href: string) {
  return composeLetter({
    network: theme.name,
    subject: `Votre lien de connexion à ${theme.shortName}`,
    greeting: `Bonjour ${name},`,
    paragraphs: ["Voici le lien que vous avez demandé pour vous connecter."],
    action: { label: "Me connecter", href },
    notes: [
      `Ce lien sert une seule fois, pendant ${linkMinutes} minutes.`,
      "Si vous n’avez rien demandé, ne faites rien : sans ce lien, personne n’entre.",
    ],
  });
}
