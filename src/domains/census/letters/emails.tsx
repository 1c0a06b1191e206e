import type { Day } from "#platform/dates.ts";
import type { Theme } from "#ui/document.tsx";
import { formatDay } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";
import { partsOf, replaceWords } from "./rules.words.ts";

/** A letter as staff wrote it. */
export interface LetterText {
  subject: string;
  text: string;
}

/** What the words of a letter are replaced by. */
export interface LetterFacts {
  theme: Theme;
  campaign: { title: string; closes_on: Day };
  organisation: string;
  /** The main contact; empty when none is known. */
  contact: string;
  href: string;
}

/** The letter that asks an organisation to read its record, from the words of the campaign. */
export function campaignLetter(letter: LetterText, facts: LetterFacts) {
  const { subject, greeting, paragraphs } = wordedLetter(letter, facts);
  const { theme, organisation, href } = facts;
  return composeLetter({
    network: theme.name,
    subject,
    greeting,
    paragraphs,
    action: { label: "Ouvrir la fiche", href },
    notes: [
      `Ce lien est celui de ${organisation} : ne le donnez qu’à ceux qui peuvent répondre pour elle. La page qu’il ouvre permet aussi de ne plus recevoir de relance.`,
    ],
  });
}

/** The same letter in its parts, for the page that shows it before it goes. */
export function wordedLetter(letter: LetterText, { theme, campaign, organisation, contact }: LetterFacts) {
  const words = {
    organisation,
    personne: contact,
    campagne: campaign.title,
    clôture: formatDay(campaign.closes_on),
    réseau: theme.name,
  };
  return { subject: replaceWords(letter.subject, words), ...partsOf(replaceWords(letter.text, words)) };
}

/** The letter that gives back its personal link to an organisation that asked for it from the open link. */
export function linkLetter({ theme, campaign, organisation, contact, href }: LetterFacts) {
  return composeLetter({
    network: theme.name,
    subject: `${campaign.title} : le lien de votre fiche`,
    greeting: contact ? `Bonjour ${contact},` : "Bonjour,",
    paragraphs: [
      `Quelqu’un a demandé à répondre pour ${organisation}. Comme son adresse est connue de nous, voici le lien qui ouvre sa fiche.`,
      `Il reste ouvert jusqu’au ${formatDay(campaign.closes_on)}. Si la demande ne vient pas de vous, vous n’avez rien à faire.`,
    ],
    action: { label: "Ouvrir la fiche", href },
    notes: [`Ce lien est celui de ${organisation} : ne le donnez qu’à ceux qui peuvent répondre pour elle.`],
  });
}
