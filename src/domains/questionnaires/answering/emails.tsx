import type { Theme } from "#ui/document.tsx";
import { formatDay } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";

interface Facts {
  /** Who gets it. */
  name: string;
  /** What is answered: `Recensement 2021`. */
  title: string;
  href: string;
  /** The last day of the link. */
  until: string;
}

const greet = (name: string) => (name ? `Bonjour ${name},` : "Bonjour,");

const notes = ({ until }: Facts) => [
  `Ce lien est le vôtre, jusqu’au ${formatDay(until)} : qui l’ouvre peut lire et compléter la réponse. Ne le transférez pas, invitez plutôt la personne depuis la page.`,
];

/** Someone is asked to write an answer with others. */
export function invitationLetter(theme: Theme, facts: Facts & { from: string; about: string }) {
  const who = facts.from || "Une personne qui répond";
  return composeLetter({
    network: theme.name,
    subject: `${facts.title} : on vous invite à répondre`,
    greeting: greet(facts.name),
    paragraphs: [
      `${who} vous invite à compléter la réponse${facts.about ? ` de ${facts.about}` : ""} : ${facts.title}.`,
      "Le lien ci-dessous l’ouvre. Chaque page s’enregistre quand vous la quittez ; ce qu’une autre personne a écrit est signalé.",
    ],
    action: { label: "Ouvrir la réponse", href: facts.href },
    notes: notes(facts),
  });
}

/** A new link, for who asked for it. */
export function linkLetter(theme: Theme, facts: Facts) {
  return composeLetter({
    network: theme.name,
    subject: `${facts.title} : votre nouveau lien`,
    greeting: greet(facts.name),
    paragraphs: ["Voici le lien que vous avez demandé. Il remplace celui d’avant, qui n’ouvre plus rien."],
    action: { label: "Reprendre ma réponse", href: facts.href },
    notes: notes(facts),
  });
}
