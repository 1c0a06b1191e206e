import type { Theme } from "#ui/document.tsx";
import { composeLetter } from "#ui/letter.tsx";
import type { Appointment } from "./queries.ts";
import { wordPlace, wordWhen } from "./texts.ts";

/** Why a letter is written. */
export type Occasion = "booked" | "moved" | "cancelled" | "reminder";

export interface LetterFacts {
  theme: Pick<Theme, "name">;
  appointment: Appointment;
  /** The personal link, and the calendar file of the appointment. */
  href: string;
  file: string;
  /** Of the team, when it is written to. */
  record: string;
  /** Who moved or cancelled it. */
  by?: "guest" | "host";
}

const whenOf = ({ starts_at, ends_at }: Appointment) => wordWhen({ startsAt: starts_at, endsAt: ends_at });

const whereOf = (appointment: Appointment) => {
  if (appointment.mode === "online")
    return appointment.online_url
      ? `En visioconférence : ${appointment.online_url}`
      : "En visioconférence : le lien vous sera envoyé.";
  if (appointment.mode === "phone")
    return appointment.phone
      ? `Par téléphone : nous vous appelons au ${appointment.phone}.`
      : "Par téléphone.";
  return `Lieu : ${wordPlace(appointment)}.`;
};

const why = ({ cancelled_why }: Appointment) => (cancelled_why ? [`Motif donné : ${cancelled_why}`] : []);

/** The letter to who comes. */
export function guestLetter(occasion: Occasion, { theme, appointment, href, file, by }: LetterFacts) {
  const when = whenOf(appointment);
  const said: Record<Occasion, { subject: string; paragraphs: string[] }> = {
    booked: {
      subject: `Votre rendez-vous du ${when}`,
      paragraphs: [`C’est noté : ${appointment.host} vous attend le ${when}.`],
    },
    moved: {
      subject: `Rendez-vous déplacé au ${when}`,
      paragraphs: [`Votre rendez-vous avec ${appointment.host} est déplacé : il aura lieu le ${when}.`],
    },
    reminder: {
      subject: `Demain : votre rendez-vous avec ${appointment.host}`,
      paragraphs: [`${appointment.host} vous attend demain, ${when}.`],
    },
    cancelled: {
      subject: `Rendez-vous annulé : ${when}`,
      paragraphs: [
        by === "guest"
          ? `Vous avez annulé votre rendez-vous du ${when} avec ${appointment.host}. L’heure est rendue à d’autres.`
          : `Votre rendez-vous du ${when} avec ${appointment.host} est annulé.`,
        ...why(appointment),
      ],
    },
  };
  const { subject, paragraphs } = said[occasion];
  const over = occasion === "cancelled";
  return composeLetter({
    network: theme.name,
    subject,
    greeting: appointment.name ? `Bonjour ${appointment.name},` : "Bonjour,",
    paragraphs: [
      ...paragraphs,
      ...(over ? [] : [whereOf(appointment), `Sujet : ${appointment.subject}`]),
      over ? `Pour le retirer de votre agenda : ${file}` : `Pour le mettre dans votre agenda : ${file}`,
    ],
    action: over ? { label: "Voir le rendez-vous", href } : { label: "Voir, déplacer ou annuler", href },
    notes: ["Ce lien est le vôtre : qui l’a peut changer votre rendez-vous."],
  });
}

/** The letter to the officer who receives. */
export function hostLetter(
  occasion: Exclude<Occasion, "reminder">,
  { theme, appointment, record, by }: LetterFacts,
) {
  const when = whenOf(appointment);
  const who = [appointment.name, appointment.organisation ?? appointment.organisation_typed]
    .filter(Boolean)
    .join(", ");
  const subjects = {
    booked: `Nouveau rendez-vous : ${when}`,
    moved: `Rendez-vous déplacé au ${when}`,
    cancelled: `Rendez-vous annulé : ${when}`,
  };
  return composeLetter({
    network: theme.name,
    subject: subjects[occasion],
    greeting: `Bonjour ${appointment.host},`,
    paragraphs: [
      `${who || "Quelqu’un"}, ${when}.`,
      `Sujet : ${appointment.subject}`,
      ...(occasion === "cancelled" ? why(appointment) : [whereOf(appointment)]),
      ...(appointment.message && occasion === "booked" ? [appointment.message] : []),
    ],
    action: { label: "Voir le rendez-vous", href: record },
    notes: [by === "guest" ? "Fait par la personne, depuis son lien personnel." : "Fait depuis la gestion."],
  });
}
