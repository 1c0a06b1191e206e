import type { Day } from "#platform/dates.ts";
import type { SessionFacts } from "../rules.ts";

export const registrations = ["none", "here", "elsewhere"] as const;
export type Registration = (typeof registrations)[number];
export const organiserRoles = ["organiser", "co_organiser", "speaker"] as const;
export type OrganiserRole = (typeof organiserRoles)[number];
export type Nature = "thematic" | "methodological";
export type Status = "proposed" | "draft" | "published" | "refused";

/** Who holds an event: as typed, and the organisation of the directory that it surely is. */
export interface Organiser {
  role: OrganiserRole;
  typed: string;
  organisationId: number | null;
}

/** A moment of the clock in Paris: `closing` counts its last minute in. */
export interface Moment {
  day: Day;
  /** `18:00` */
  time: string | null;
}

/** All that a person says of an event, apart from its dates. */
export interface EventEntry {
  title: string;
  training: boolean;
  /** Of the list `event_kinds`; a training has none. */
  kindId: number | null;
  moduleId: number | null;
  nature: Nature | null;
  objectives: string;
  description: string;
  visibility: "listed" | "internal";
  /** Relayed: another’s agenda, shown in ours. */
  origin: "own" | "relayed";
  organisers: readonly Organiser[];
  audience: string;
  audienceTypeIds: readonly number[];
  poleId: number | null;
  axisId: number | null;
  missionId: number | null;
  schemeId: number | null;
  sectorIds: readonly number[];
  goalIds: readonly number[];
  countryCodes: readonly string[];
  website: string;
  accessibility: string;
  contact: string;
  registration: Registration;
  registrationUrl: string;
  opens: Moment | null;
  closes: Moment | null;
  capacity: number | null;
  series: boolean;
  priceCents: number;
  priceWords: string;
  reminderDays: readonly number[];
  programmeYear: number | null;
  plannedPeriod: string;
  plannedFrom: Day | null;
  plannedTo: Day | null;
}

/** One date of an event. */
export interface SessionEntry extends SessionFacts {
  title: string;
  /** `09:30`, of the clock in Paris; none when it is of whole days. */
  startsAt: string | null;
  endsAt: string | null;
  address: string;
  /** Given to those registered only. */
  onlineUrl: string;
}

/** An event of which nothing is known yet: one of ours, for everyone. */
export const blankEvent: EventEntry = {
  title: "",
  training: false,
  kindId: null,
  moduleId: null,
  nature: null,
  objectives: "",
  description: "",
  visibility: "listed",
  origin: "own",
  organisers: [],
  audience: "",
  audienceTypeIds: [],
  poleId: null,
  axisId: null,
  missionId: null,
  schemeId: null,
  sectorIds: [],
  goalIds: [],
  countryCodes: [],
  website: "",
  accessibility: "",
  contact: "",
  registration: "none",
  registrationUrl: "",
  opens: null,
  closes: null,
  capacity: null,
  series: true,
  priceCents: 0,
  priceWords: "",
  reminderDays: [7, 1],
  programmeYear: null,
  plannedPeriod: "",
  plannedFrom: null,
  plannedTo: null,
};

/** A day of which only the day is known. */
export const blankSession: Omit<SessionEntry, "startsOn"> = {
  title: "",
  endsOn: null,
  startsAt: null,
  endsAt: null,
  durationMinutes: 0,
  participants: 0,
  online: false,
  place: "",
  communeCode: null,
  address: "",
  onlineUrl: "",
};
