import type { Theme } from "#ui/document.tsx";
import { formatDay } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";

interface Proposed {
  name: string;
  title: string;
}

/** The letter that proves an address: nothing is shown to the team before its link is opened. */
export function proofLetter(theme: Theme, { name, title }: Proposed, href: string, until: string) {
  return composeLetter({
    network: theme.name,
    subject: `Votre événement « ${title} »`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `Vous proposez « ${title} » pour l’agenda de ${theme.name}.`,
      "Le lien ci-dessous confirme que cette adresse est la vôtre. L’équipe lira ensuite votre proposition.",
    ],
    action: { label: "Confirmer ma proposition", href },
    notes: [
      `Ce lien sert jusqu’au ${formatDay(until)}.`,
      "Si vous n’avez rien proposé, ne faites rien : sans ce lien, la proposition s’efface.",
    ],
  });
}

/** What the team answered, with its word. */
export function decisionLetter(theme: Theme, { name, title }: Proposed, accepted: boolean, answer: string) {
  return composeLetter({
    network: theme.name,
    subject: accepted ? `« ${title} » est dans l’agenda` : `« ${title} » : notre réponse`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      accepted
        ? `Merci : « ${title} » est annoncé dans l’agenda de ${theme.name}.`
        : `Nous avons lu votre proposition « ${title} ». Elle n’a pas été retenue dans l’agenda de ${theme.name}.`,
      ...(answer ? [answer] : []),
    ],
    notes: ["Une date qui change, une erreur ? Répondez à ce courriel, ou écrivez à l’équipe du réseau."],
  });
}
