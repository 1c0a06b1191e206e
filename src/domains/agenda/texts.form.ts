import { formatDuration, formatShortDay } from "#ui/format.ts";
import type { TrainingEntry } from "./commands.ts";
import type { Session, Training } from "./queries.ts";
import type { SessionFacts } from "./rules.ts";

/** The fields of a training, by name, as a person calls them. */
export const trainingLabels = {
  intitule: "Intitulé",
  description: "Présentation",
  interne: "Réservée à l’équipe",
} as const;
export type TrainingField = keyof typeof trainingLabels;

/** The fields of a session. */
export const sessionLabels = {
  debut: "Premier jour",
  fin: "Dernier jour",
  duree: "Durée",
  participants: "Personnes formées",
  enligne: "En ligne",
  lieu: "Lieu",
} as const;
export type SessionField = keyof typeof sessionLabels;

/** What is said of a training, as it would be typed in its form. */
export const trainingAsTyped = (entry: TrainingEntry): Record<TrainingField, string> => ({
  intitule: entry.title,
  description: entry.description,
  interne: entry.visibility === "internal" ? "oui" : "",
});

/** What is said of a session, as it would be typed in its form. */
export const sessionAsTyped = (facts: SessionFacts): Record<SessionField, string> => ({
  debut: formatShortDay(facts.startsOn),
  fin: facts.endsOn ? formatShortDay(facts.endsOn) : "",
  duree: formatDuration(facts.durationMinutes),
  participants: String(facts.participants),
  enligne: facts.online ? "oui" : "",
  lieu: facts.place,
});

export const entryOf = ({ title, description, visibility }: Training): TrainingEntry => ({
  title,
  description,
  visibility,
});

export const factsOf = (session: Session): SessionFacts => ({
  startsOn: session.starts_on,
  endsOn: session.ends_on,
  durationMinutes: session.duration_minutes,
  participants: session.participants,
  online: session.online,
  place: session.place,
  communeCode: session.commune_code,
});
