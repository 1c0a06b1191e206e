import type { Theme } from "#ui/document.tsx";
import { formatDay } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";
import { nameOfRole } from "../texts.ts";

interface Facts {
  name: string;
  roles: readonly string[];
  /** Who invites; nobody when the invitation comes from the command line. */
  from: string | undefined;
  href: string;
  /** The last day of the link. */
  until: string;
}

/** The letter that opens an account. */
export function invitationLetter(theme: Theme, { name, roles, from, href, until }: Facts) {
  const inviter = from ? `${from} vous invite` : "Le réseau vous invite";
  const as = roles.length > 0 ? ` (${roles.map(nameOfRole).join(", ")})` : "";
  return composeLetter({
    network: theme.name,
    subject: `Votre accès à ${theme.shortName}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `${inviter} à rejoindre l’outil de ${theme.name}${as}.`,
      "Le lien ci-dessous ouvre votre compte : vous y choisirez un mot de passe.",
    ],
    action: { label: "Ouvrir mon compte", href },
    notes: [`Ce lien sert une fois, jusqu’au ${formatDay(until)}. Ensuite, demandez qu’on vous le renvoie.`],
  });
}
