import { addDays } from "#platform/dates.ts";
import type { Typed } from "#platform/web/form.ts";
import { formatDuration, formatShortDay } from "#ui/format.ts";
import type { SessionEntry } from "./entry.ts";
import type { SessionRecord } from "./queries.ts";
import { durationOf, hourOf } from "./rules.times.ts";

/** The fields of one date. */
export const sessionLabels = {
  debut: "Date",
  fin: "Dernier jour",
  heure_debut: "De",
  heure_fin: "À",
  duree: "Durée",
  participants: "Personnes venues",
  enligne: "En ligne",
  lieu: "Lieu",
  adresse: "Adresse",
  lien: "Lien de connexion",
  titre_date: "Titre de cette date",
} as const;
export type SessionField = keyof typeof sessionLabels;

/** One date as it would be typed; a duration that is that of its hours is not said again. */
export function sessionForm(session: SessionEntry): Record<SessionField, string> {
  const { durationMinutes } = session;
  return {
    debut: formatShortDay(session.startsOn),
    fin: session.endsOn ? formatShortDay(session.endsOn) : "",
    heure_debut: typedHour(session.startsAt),
    heure_fin: typedHour(session.endsAt),
    duree:
      durationMinutes === 0 || durationMinutes === durationOf(session) ? "" : formatDuration(durationMinutes),
    participants: session.participants > 0 ? String(session.participants) : "",
    enligne: session.online ? "oui" : "",
    lieu: session.place,
    adresse: session.address,
    lien: session.onlineUrl,
    titre_date: session.title,
  };
}

const typedHour = (time: string | null) => hourOf(time)?.replace(":", "h").replace(/^0/, "") ?? "";

export const entryOfSession = (session: SessionRecord): SessionEntry => ({
  title: session.title,
  startsOn: session.starts_on,
  endsOn: session.ends_on,
  startsAt: hourOf(session.starts_at),
  endsAt: hourOf(session.ends_at),
  durationMinutes: session.duration_minutes,
  participants: session.participants,
  online: session.online,
  onlineUrl: session.online_url,
  place: session.place,
  communeCode: session.commune_code,
  address: session.address,
});

/** A date like another, a week after it: for the next of a series. */
export const sessionAfter = (session: SessionRecord): Typed =>
  sessionForm({
    ...entryOfSession(session),
    startsOn: addDays(session.starts_on, 7),
    endsOn: session.ends_on && addDays(session.ends_on, 7),
    participants: 0,
  });
