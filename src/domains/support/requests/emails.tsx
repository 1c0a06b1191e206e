import type { Day } from "#platform/dates.ts";
import type { Theme } from "#ui/document.tsx";
import { formatDay } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";

interface Asked {
  name: string;
  subject: string;
  organisation: string;
}

/** Who answers, in words: a person, a pole, or the team. */
export const answererWords = (referent: string | undefined, pole: string | null | undefined) =>
  referent && pole
    ? `${referent} (${pole})`
    : (referent ?? (pole ? `le pôle « ${pole} »` : "l’équipe du réseau"));

const kept =
  "Ce lien est personnel : qui l’a peut lire votre demande et y ajouter un mot ou un document. Gardez ce courriel.";

/** What who asked receives at once: who answers, by when, and where to follow it. */
export function receivedLetter(
  theme: Theme,
  { name, subject, organisation }: Asked,
  { answerer, by, href }: { answerer: string; by: Day; href: string },
) {
  return composeLetter({
    network: theme.name,
    subject: `Votre demande d’accompagnement : ${subject}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `Nous avons reçu votre demande pour ${organisation} : « ${subject} ».`,
      `C’est ${answerer} qui vous répond, au plus tard le ${formatDay(by)}.`,
      "D’ici là, vous pouvez voir où elle en est, ajouter un mot ou un document, ou la retirer.",
    ],
    action: { label: "Suivre ma demande", href },
    notes: [kept, "Si vous n’avez rien demandé, ouvrez le lien et retirez la demande."],
  });
}

/** The link again, for who made the same request twice. */
export function againLetter(theme: Theme, { name, subject }: Omit<Asked, "organisation">, href: string) {
  return composeLetter({
    network: theme.name,
    subject: `Le suivi de votre demande : ${subject}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [`Voici de nouveau le lien de votre demande « ${subject} ».`],
    action: { label: "Suivre ma demande", href },
    notes: [kept],
  });
}

/** To the referent: someone asks, and was told that they answer by a day. */
export function arrivedLetter(
  theme: Theme,
  { subject, organisation }: Omit<Asked, "name">,
  { referent, by, href }: { referent: string; by: Day; href: string },
) {
  return composeLetter({
    network: theme.name,
    subject: `Une demande d’accompagnement : ${organisation}`,
    greeting: `Bonjour ${referent},`,
    paragraphs: [
      `${organisation} demande à être accompagnée : « ${subject} ».`,
      `Nous lui avons dit que vous répondez au plus tard le ${formatDay(by)}.`,
    ],
    action: { label: "Lire la demande", href },
  });
}

/** To the referent: who asked added a word, a document, or withdrew. */
export function newsLetter(
  theme: Theme,
  { subject, organisation }: Omit<Asked, "name">,
  { referent, what, href }: { referent: string; what: string; href: string },
) {
  return composeLetter({
    network: theme.name,
    subject: `${organisation} : ${what}`,
    greeting: `Bonjour ${referent},`,
    paragraphs: [`Au sujet de « ${subject} » : ${what}.`],
    action: { label: "Ouvrir l’accompagnement", href },
  });
}

/** To who asked: the team's word. */
export function wordLetter(
  theme: Theme,
  { name, subject }: Omit<Asked, "organisation">,
  { author, body, href }: { author: string; body: string; href: string },
) {
  return composeLetter({
    network: theme.name,
    subject: `Votre demande : ${subject}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [...body.split(/\n\s*\n/).filter((part) => part.trim()), author],
    action: { label: "Répondre, ou voir où en est la demande", href },
    notes: [kept],
  });
}
