import type { Day } from "#platform/dates.ts";
import type { Typed } from "#platform/web/form.ts";
import { formatDuration, formatShortDay } from "#ui/format.ts";
import type { MeetingEntry } from "./commands.ts";
import type { Meeting, MeetingChoices } from "./queries.ts";

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
  personnes: "Personnes rencontrées",
  equipe: "Équipe présente",
  pole: "Pôle",
  axe: "Axe",
  mission: "Mission",
  dispositif: "Dispositif",
  notes: "Notes",
} as const;
export type Field = keyof typeof fieldLabels;

const number = (id: number | null | undefined) => (id ? String(id) : "");

/** What is said of a meeting, as it would be typed in the form. */
export const formOf = (entry: MeetingEntry) =>
  ({
    sujet: entry.subject,
    type: String(entry.typeId),
    date: formatShortDay(entry.heldOn),
    duree: formatDuration(entry.durationMinutes),
    participants: String(entry.participants),
    enligne: entry.online ? "oui" : "",
    lieux: entry.places.map((place) => place.typed).join("\n"),
    organisations: entry.organisations.map((met) => met.typed).join("\n"),
    personnes: (entry.people ?? []).map((met) => met.typed).join("\n"),
    equipe: [...(entry.staff ?? [])],
    pole: number(entry.poleId),
    axe: number(entry.axisId),
    mission: number(entry.missionId),
    dispositif: number(entry.schemeId),
    notes: entry.notes,
  }) satisfies Record<Field, string | string[]>;

/** The same, with the names of what is chosen in lists: to be read rather than sent. */
export function wordedForm(entry: MeetingEntry, choices: MeetingChoices): Record<Field, string> {
  const form = formOf(entry);
  const label = (list: "type" | "pole" | "axe" | "mission" | "dispositif") =>
    choices[list].find(({ id }) => String(id) === form[list])?.label ?? "";
  return {
    ...form,
    type: label("type"),
    pole: label("pole"),
    axe: label("axe"),
    mission: label("mission"),
    dispositif: label("dispositif"),
    equipe: choices.team
      .filter(({ id }) => form.equipe.includes(id))
      .map(({ name }) => name)
      .join(", "),
  };
}

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
    poleId: meeting.pole_id,
    axisId: meeting.axis_id,
    missionId: meeting.mission_id,
    schemeId: meeting.scheme_id,
    staff: meeting.staff.map(({ user_id }) => user_id),
    people: meeting.people.map(({ typed, person_id, email }) => ({ typed, personId: person_id, email })),
  };
}

/** An empty form: today, its author present, and as last time what seldom changes. */
export function freshForm(today: Day, last: Meeting | undefined, author: string | null): Typed {
  return {
    date: formatShortDay(today),
    type: last ? String(last.type_id) : "",
    enligne: last?.online && last.places.length === 0 ? "oui" : "",
    equipe: author ? [author] : [],
    pole: number(last?.pole_id),
    axe: number(last?.axis_id),
    mission: number(last?.mission_id),
    dispositif: number(last?.scheme_id),
  };
}

/** The same meeting again, today: everything but the date and the notes. */
export function copyOf(meeting: Meeting, today: Day, author: string | null): Typed {
  const form = formOf(entryOf(meeting));
  const equipe = form.equipe.length > 0 || !author ? form.equipe : [author];
  return { ...form, date: formatShortDay(today), notes: "", equipe };
}
