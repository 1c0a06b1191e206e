import type { Day } from "#platform/dates.ts";
import type { Typed } from "#platform/web/form.ts";
import { formatDuration, formatShortDay } from "#ui/format.ts";
import type { MeetingEntry } from "./commands.ts";
import type { Meeting } from "./queries.ts";

/** The fields of the form, by name, as a person calls them. */
export const fieldLabels = {
  sujet: "Sujet",
  type: "Type",
  date: "Date",
  duree: "Durée",
  participants: "Participants",
  enligne: "En ligne",
  lieux: "Lieux",
  organisations: "Organisations rencontrées",
  notes: "Notes",
} as const;
export type Field = keyof typeof fieldLabels;

/** What is said of a meeting, as it would be typed in the form. */
export function formOf(entry: MeetingEntry): Record<Field, string> {
  return {
    sujet: entry.subject,
    type: String(entry.typeId),
    date: formatShortDay(entry.heldOn),
    duree: formatDuration(entry.durationMinutes),
    participants: String(entry.participants),
    enligne: entry.online ? "oui" : "",
    lieux: entry.places.map((place) => place.typed).join("\n"),
    organisations: entry.organisations.map((met) => met.typed).join("\n"),
    notes: entry.notes,
  };
}

/** The same, with the name of the type: to be read rather than sent. */
export const wordedForm = (entry: MeetingEntry, types: readonly { id: number; label: string }[]) => ({
  ...formOf(entry),
  type: types.find(({ id }) => id === entry.typeId)?.label ?? "",
});

/** What is said of a recorded meeting, apart from its record. */
export function entryOf(meeting: Meeting): MeetingEntry {
  return {
    subject: meeting.subject,
    typeId: meeting.type_id,
    heldOn: meeting.held_on,
    durationMinutes: meeting.duration_minutes,
    participants: meeting.participants,
    online: meeting.online,
    places: meeting.places.map((place) => ({
      typed: place.typed,
      communeCode: place.commune_code,
      countryCode: place.country_code,
    })),
    organisations: meeting.organisations.map((met) => ({
      typed: met.typed,
      organisationId: met.organisation_id,
    })),
    notes: meeting.notes,
  };
}

/** An empty form: today, and as last time what seldom changes. */
export function freshForm(today: Day, last: Meeting | undefined): Typed {
  return {
    date: formatShortDay(today),
    type: last ? String(last.type_id) : "",
    enligne: last?.online && last.places.length === 0 ? "oui" : "",
  };
}

/** The same meeting again, today: everything but the date and the notes. */
export function copyOf(meeting: Meeting, today: Day): Typed {
  return { ...formOf(entryOf(meeting)), date: formatShortDay(today), notes: "" };
}
