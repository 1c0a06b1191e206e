import { registrations } from "#paths/registrations.ts";
import { composeLetter } from "#ui/letter.tsx";
import { type Addressee, type LetterFacts, sessionsOf } from "../emails.tsx";
import { tokenOf } from "../rules.token.ts";
import { wordWhen, wordWhere } from "../texts.ts";

/** The letter of an announcement, as it was asked for. */
export interface AnnouncedLetter {
  kind: string;
  session_id: number | null;
  subject: string;
  text: string;
}

const frame = (facts: LetterFacts, who: Addressee) => {
  const name = `${who.given_name} ${who.family_name}`.trim();
  return {
    network: facts.theme.name,
    greeting: name ? `Bonjour ${name},` : "Bonjour,",
    action: {
      label: "Voir mon inscription",
      href: facts.baseUrl + registrations.mine(tokenOf(facts.secret, who)),
    },
    notes: ["Vous recevez cette lettre parce que vous êtes inscrit à cet événement."],
  };
};

/** What an announcement writes to one person; `links`: their certificate, their opinion. */
export function announcedLetter(
  facts: LetterFacts,
  who: Addressee,
  letter: AnnouncedLetter,
  links: readonly { label: string; href: string }[] = [],
) {
  const { booking } = facts;
  const session = booking.sessions.find(({ id }) => id === letter.session_id);
  const body = () => {
    switch (letter.kind) {
      case "cancelled":
        return {
          subject: `Annulé : ${booking.title}`,
          paragraphs: [
            session && !booking.cancelled
              ? `La date du ${wordWhen(session)} de « ${booking.title} » est annulée.`
              : `« ${booking.title} » est annulé.`,
            ...(booking.cancelled_why ? [booking.cancelled_why] : []),
            "Vous n’avez rien à faire : votre inscription n’engage plus à rien.",
          ],
        };
      case "restored":
        return {
          subject: `Maintenu : ${booking.title}`,
          paragraphs: [
            `« ${booking.title} », que nous vous avions dit annulé, est maintenu. Votre inscription est toujours valable.`,
            ...datesOf(facts, who),
          ],
        };
      case "moved":
        return {
          subject: `Changement de date ou de lieu : ${booking.title}`,
          paragraphs: [
            `Une date ou un lieu de « ${booking.title} » a changé. Voici ce qu’il en est maintenant :`,
            ...datesOf(facts, who),
            "Si cela ne vous convient plus, annulez votre inscription par le lien ci-dessous.",
          ],
        };
      default:
        return {
          subject: letter.subject,
          paragraphs: letter.text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim()),
        };
    }
  };
  const calendar =
    letter.kind === "moved" || letter.kind === "restored"
      ? [
          {
            label: "Mettre votre agenda à jour",
            href: facts.baseUrl + registrations.calendar(tokenOf(facts.secret, who)),
          },
        ]
      : [];
  return composeLetter({ ...frame(facts, who), ...body(), links: [...links, ...calendar] });
}

const datesOf = ({ booking }: LetterFacts, { session_id }: Addressee) =>
  sessionsOf(booking, session_id).map(
    (session) => `${wordWhen(session)}, ${[wordWhere(session), session.address].filter(Boolean).join(", ")}.`,
  );
