import { registrations } from "#paths/registrations.ts";
import type { Theme } from "#ui/document.tsx";
import { composeLetter } from "#ui/letter.tsx";
import type { BookedSession, Booking } from "./queries.event.ts";
import { tokenOf } from "./rules.token.ts";
import { wordPrice, wordWhen, wordWhere } from "./texts.ts";

/** Whom a letter is for: their names as they gave them, and what makes their links. */
export interface Addressee {
  id: number;
  link: number;
  given_name: string;
  family_name: string;
  session_id: number | null;
}

/** What every letter about an event needs to know. */
export interface LetterFacts {
  theme: Theme;
  baseUrl: string;
  secret: string;
  booking: Booking;
}

const greet = ({ given_name, family_name }: Addressee) => {
  const name = `${given_name} ${family_name}`.trim();
  return name ? `Bonjour ${name},` : "Bonjour,";
};

/** The sessions that someone comes to: those of the series, or the one chosen; cancelled ones left out. */
export const sessionsOf = (
  { sessions, series }: Pick<Booking, "sessions" | "series">,
  sessionId: number | null,
): BookedSession[] =>
  sessions.filter(({ id, cancelled }) => !cancelled && (series || sessionId === null || id === sessionId));

const sessionLines = (booking: Booking, sessionId: number | null) =>
  sessionsOf(booking, sessionId).map(
    (session) =>
      `${session.title ? `${session.title} : ` : ""}${wordWhen(session)}, ${[wordWhere(session), session.address].filter(Boolean).join(", ")}.`,
  );

const onlineLines = (booking: Booking, sessionId: number | null) =>
  [...new Set(sessionsOf(booking, sessionId).flatMap(({ online_url }) => online_url || []))].map(
    (url) => `Pour vous connecter : ${url}`,
  );

const kept =
  "Ce lien est personnel : il montre votre inscription et permet de la changer ou de l’annuler. Vos données servent à l’organisation de l’événement ; la page dit combien de temps elles sont gardées et vos droits.";

const linksOf = ({ baseUrl, secret, booking }: LetterFacts, who: Addressee, asked: boolean) => [
  {
    label: "Ajouter les dates à votre agenda",
    href: baseUrl + registrations.calendar(tokenOf(secret, who)),
  },
  ...(asked && booking.questionnaire_id
    ? [
        {
          label: "Répondre aux questions de l’organisation",
          href: `${baseUrl}${registrations.questions()}/${tokenOf(secret, who, "questions")}`,
        },
      ]
    : []),
];

/** Opens every letter: whom to, where their own page is. */
const frame = (facts: LetterFacts, who: Addressee) => ({
  network: facts.theme.name,
  greeting: greet(who),
  action: {
    label: "Voir ou changer mon inscription",
    href: facts.baseUrl + registrations.mine(tokenOf(facts.secret, who)),
  },
  notes: [kept],
});

/** `asked`: questions wait for an answer. */
export function confirmedLetter(facts: LetterFacts, who: Addressee, { asked }: { asked: boolean }) {
  const { booking } = facts;
  return composeLetter({
    ...frame(facts, who),
    subject: `Votre inscription : ${booking.title}`,
    paragraphs: [
      `Votre inscription à « ${booking.title} » est confirmée.`,
      ...sessionLines(booking, who.session_id),
      ...(booking.price_cents > 0 ? [`Prix : ${wordPrice(booking)}.`] : []),
      "Si vous ne pouvez pas venir, annulez votre inscription par le lien ci-dessous : votre place ira à quelqu’un d’autre.",
    ],
    links: linksOf(facts, who, asked),
  });
}

/** `place`: how many are before, this one counted. */
export function waitingLetter(
  facts: LetterFacts,
  who: Addressee,
  { place, asked }: { place: number; asked: boolean },
) {
  const { booking } = facts;
  return composeLetter({
    ...frame(facts, who),
    subject: `Liste d’attente : ${booking.title}`,
    paragraphs: [
      `« ${booking.title} » est complet. Vous êtes sur la liste d’attente, en position ${place}.`,
      "Si une place se libère et que votre tour vient, elle vous est donnée et nous vous l’écrivons aussitôt. Vous n’avez rien à faire.",
      "Si vous n’êtes plus disponible, quittez la liste par le lien ci-dessous.",
    ],
    links: linksOf(facts, who, asked).slice(1),
  });
}

export function promotedLetter(facts: LetterFacts, who: Addressee) {
  const { booking } = facts;
  return composeLetter({
    ...frame(facts, who),
    subject: `Une place pour vous : ${booking.title}`,
    paragraphs: [
      `Une place s’est libérée à « ${booking.title} » : elle est à vous, votre inscription est confirmée.`,
      ...sessionLines(booking, who.session_id),
      ...(booking.price_cents > 0 ? [`Prix : ${wordPrice(booking)}.`] : []),
      "Il n’y a pas de réponse à donner. Si vous ne pouvez plus venir, rendez la place par le lien ci-dessous, jusqu’au début de l’événement : la personne suivante l’aura aussitôt.",
    ],
    links: linksOf(facts, who, false),
  });
}

export function againLetter(facts: LetterFacts, who: Addressee) {
  const { booking } = facts;
  return composeLetter({
    ...frame(facts, who),
    subject: `Le lien de votre inscription : ${booking.title}`,
    paragraphs: [
      `Quelqu’un, sans doute vous, vient de remplir à nouveau le formulaire de « ${booking.title} » avec cette adresse. Vous y êtes déjà, une seule fois : rien n’a changé.`,
      "Voici de nouveau le lien de votre inscription.",
    ],
  });
}

export function cancelledLetter(facts: LetterFacts, who: Addressee, by: "person" | "staff") {
  const { booking } = facts;
  return composeLetter({
    network: facts.theme.name,
    greeting: greet(who),
    subject: `Inscription annulée : ${booking.title}`,
    paragraphs: [
      by === "person"
        ? `Vous avez annulé votre inscription à « ${booking.title} ». Merci de l’avoir fait : votre place est libre.`
        : `Votre inscription à « ${booking.title} » a été annulée par l’équipe.`,
      booking.contact
        ? `Une question, une erreur ? Écrivez à ${booking.contact}.`
        : "Une erreur ? Répondez à cette lettre, ou inscrivez-vous de nouveau.",
    ],
  });
}

export function reminderLetter(facts: LetterFacts, who: Addressee, session: BookedSession) {
  const { booking } = facts;
  return composeLetter({
    ...frame(facts, who),
    subject: `Rappel : ${booking.title}, ${wordWhen(session)}`,
    paragraphs: [
      `Nous vous attendons à « ${booking.title} ».`,
      ...sessionLines(booking, who.session_id),
      ...onlineLines(booking, who.session_id),
      "Un empêchement ? Annulez par le lien ci-dessous : quelqu’un d’autre aura la place.",
    ],
    links: linksOf(facts, who, false),
  });
}
