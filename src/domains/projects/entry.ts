import type { Period } from "./rules.dates.ts";
import type { Role, Stage } from "./rules.ts";

/** Who takes part: found in the directory (`organisationId`), or by the name typed. */
export interface EntryParticipant {
  role: Role;
  name: string;
  organisationId: number | null;
  countryCode: string | null;
}

/** A place here (a commune of France, when it was found) or there (a country, and where in it when known). */
export interface EntryPlace {
  side: "here" | "there";
  name: string;
  communeCode: string | null;
  countryCode: string | null;
  longitude: number | null;
  latitude: number | null;
}

export interface EntryBudgetLine {
  funder: string;
  organisationId: number | null;
  plannedCents: number | null;
  receivedCents: number | null;
}

/** All that a person says of a project. */
export interface ProjectEntry {
  title: string;
  summary: string;
  description: string;
  website: string;
  stage: Stage;
  starts: Period | null;
  ends: Period | null;
  axisId: number | null;
  sectorIds: readonly number[];
  mainGoalId: number | null;
  /** All of them; the main one is added when it is missing. */
  goalIds: readonly number[];
  /** ISO 3166-1 alpha-2; the countries of the places there are added. */
  countryCodes: readonly string[];
  beneficiaries: string;
  beneficiaryCount: number | null;
  /** For staff only. */
  notes: string;
  participants: readonly EntryParticipant[];
  places: readonly EntryPlace[];
  budget: readonly EntryBudgetLine[];
}

/** A project of which only the title is known. */
export const blankEntry: ProjectEntry = {
  title: "",
  summary: "",
  description: "",
  website: "",
  stage: "under_way",
  starts: null,
  ends: null,
  axisId: null,
  sectorIds: [],
  mainGoalId: null,
  goalIds: [],
  countryCodes: [],
  beneficiaries: "",
  beneficiaryCount: null,
  notes: "",
  participants: [],
  places: [],
  budget: [],
};
