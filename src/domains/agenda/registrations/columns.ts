import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { Booking } from "./queries.event.ts";
import type { RegistrationLine } from "./queries.list.ts";
import { sourceWords, stateWords, wordShortWhen } from "./texts.ts";

/** The list of those who come, as a file. */
export function registrationColumns({
  sessions,
}: Pick<Booking, "sessions">): readonly ExportColumn<RegistrationLine>[] {
  const dates = new Map(sessions.map((session) => [session.id, wordShortWhen(session)]));
  return [
    { label: "Prénom", key: "given_name", value: (line) => line.given_name },
    { label: "Nom", key: "family_name", value: (line) => line.family_name },
    { label: "Courriel", key: "email", value: (line) => line.email },
    { label: "Téléphone", key: "phone", value: (line) => line.phone },
    {
      label: "Organisation",
      key: "organisation",
      value: (line) => line.organisation_name ?? line.organisation,
    },
    { label: "Organisation, telle que tapée", key: "organisation_typed", value: (line) => line.organisation },
    { label: "Date choisie", key: "session", value: (line) => dates.get(line.session_id ?? 0) ?? "" },
    { label: "État", key: "state", value: (line) => stateWords[line.state] ?? "" },
    { label: "Position en attente", key: "waiting_place", value: (line) => line.place || null },
    { label: "Besoins", key: "needs", value: (line) => line.needs },
    { label: "Réglé le", key: "paid_at", value: (line) => line.paid_at },
    { label: "Moyen de paiement", key: "paid_how", value: (line) => line.paid_how },
    { label: "Présences", key: "attendances", value: (line) => line.present },
    { label: "Origine", key: "source", value: (line) => sourceWords[line.source] ?? "" },
    { label: "Inscription le", key: "created_at", value: (line) => line.created_at },
  ];
}
