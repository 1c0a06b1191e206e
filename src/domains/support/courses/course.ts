import type { Day } from "#platform/dates.ts";
import type { GoalState, Outcome, Stage } from "../rules.ts";
import type { NamedPerson } from "../views.people.tsx";

export interface CourseMeeting {
  id: number;
  subject: string;
  held_on: Day;
  duration_minutes: number;
  /** The part of its time that is this course's, when it serves several. */
  minutes: number;
  goals: readonly number[];
}

export interface Goal {
  id: number;
  title: string;
  state: GoalState;
  set_on: Day;
  due_on: Day | null;
  settled_on: Day | null;
  version: number;
  meetings: number;
}

/** A course with all that hangs on it but its confidential notes. */
export interface Course {
  id: number;
  subject: string;
  stage: Stage;
  stage_since: Date;
  asked_on: Day | null;
  opened_on: Day | null;
  closed_on: Day | null;
  outcome: Outcome | null;
  /** The cohorts for which it was opened or linked, by the place of the organisation. */
  cohorts: { stay_id: number; cohort: string }[];
  outcome_words: string;
  referent_id: string | null;
  referent: string | null;
  description: string;
  theme_ids: number[];
  country_codes: string[];
  scheme_id: number | null;
  pole_id: number | null;
  axis_id: number | null;
  commune_code: string | null;
  place: string;
  commune: string | null;
  next_step: string;
  next_step_on: Day | null;
  project_id: number | null;
  project: string | null;
  application: string;
  origin: "request" | "staff" | "import";
  touched_at: Date;
  notes_erased_at: Date | null;
  import_id: number | null;
  import_line: number | null;
  removed_at: Date | null;
  version: number;
  updated_at: Date;
  themes: string[];
  countries: string[];
  scheme: string | null;
  pole: string | null;
  axis: string | null;
  organisations: { typed: string; organisation_id: number | null; name: string | null }[];
  people: NamedPerson[];
  staff: string[];
  staff_names: string[];
  /** `by`, here and below: the name of who did it; none when the account is no more, or when it was no account. */
  stages: { stage: Stage; at: string; by: string | null }[];
  handovers: {
    from: string | null;
    to: string | null;
    word: string;
    at: string;
    by: string | null;
  }[];
  goals: Goal[];
  meetings: CourseMeeting[];
  entries: { id: number; day: Day; minutes: number; what: string; by: string | null }[];
  documents: {
    id: number;
    file_id: string;
    title: string;
    from_requester: boolean;
    by: string | null;
    created_at: string;
    size_bytes: number;
  }[];
  words: {
    id: number;
    body: string;
    by: string | null;
    from_requester: boolean;
    created_at: string;
  }[];
  request: CourseRequest | null;
  /** Appointments for it that are to come or not yet noted in the log, the next first; who comes is for those who write. */
  coming: {
    id: number;
    starts_at: string;
    ends_at: string;
    host: string;
    name: string;
    place: string;
    mode: string;
  }[];
  /** Tools filled for it, the last touched first. */
  sheets: { id: number; title: string; tool: string; updated_at: string }[];
  /** The word of its referent's page of slots, when they take appointments. */
  slots: string | null;
  /** For how long confidential notes are kept after its end; months. */
  notes_months: number;
}

export interface CourseRequest {
  name: string;
  email: string;
  phone: string;
  title: string;
  organisation: string;
  message: string;
  answer_by: Day;
  answer_id: number | null;
  withdrawn_at: string | null;
  created_at: string;
}
