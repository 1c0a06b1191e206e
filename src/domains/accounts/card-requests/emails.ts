import type { Theme } from "#ui/document.tsx";
import { formatDay } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";

interface Asked {
  name: string;
  organisation: string;
}

/** The letter that proves an address; it says nothing of whether the network knew it. */
export function proofLetter(theme: Theme, { name, organisation }: Asked, href: string, until: string) {
  return composeLetter({
    network: theme.name,
    subject: `Votre demande pour ${organisation}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `Vous demandez à tenir à jour la fiche de ${organisation} dans l’annuaire de ${theme.name}.`,
      "Le lien ci-dessous confirme que cette adresse est la vôtre.",
    ],
    action: { label: "Confirmer ma demande", href },
    notes: [
      `Ce lien sert jusqu’au ${formatDay(until)}.`,
      "Si vous n’avez rien demandé, ne faites rien : sans ce lien, la demande s’efface.",
    ],
  });
}

/** The team said yes, or the network knew the address. */
export function welcomeLetter(theme: Theme, { name, organisation }: Asked, href: string) {
  return composeLetter({
    network: theme.name,
    subject: `La fiche de ${organisation} est à vous`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `Vous pouvez désormais tenir à jour la fiche de ${organisation} dans l’annuaire de ${theme.name}.`,
      "Pour entrer, demandez un lien de connexion à cette adresse ; vous pourrez ensuite choisir un mot de passe.",
    ],
    action: { label: "Ouvrir mon espace", href },
  });
}

/** The team said no, and why. */
export function refusalLetter(theme: Theme, { name, organisation }: Asked, reason: string) {
  return composeLetter({
    network: theme.name,
    subject: `Votre demande pour ${organisation}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [`Nous ne pouvons pas donner suite à votre demande pour ${organisation}.`, reason],
    notes: ["Une erreur ? Répondez à ce courriel, ou écrivez à l’équipe du réseau."],
  });
}
