/** What can be counted: the `shared_` views that the trades publish, one row a thing. */
export const rowsetNames = [
  "meetings",
  "courses",
  "collectivites",
  "events",
  "programme_items",
  "training_sessions",
  "trainings",
  "members",
  "organisations",
  "projects",
] as const;
export type Rowset = (typeof rowsetNames)[number];

/**
 * Rows that name whom the network accompanies and meets: their figures are public, they are not. Staff and the board read
 * them; no file, no edition and no open data has them.
 */
const closed = ["courses", "collectivites"] as const satisfies readonly Rowset[];
export type ClosedRowset = (typeof closed)[number];
export type OpenRowset = Exclude<Rowset, ClosedRowset>;

/** Whether anyone may read the rows, and not only the figures that they make. */
export const isOpen = (rowset: Rowset): rowset is OpenRowset => !closed.some((one) => one === rowset);

/** A row as those who may open it read it: never the staff's notes, nor the name of what is not published. */
export interface CountedRows {
  meetings: {
    id: number;
    held_on: string;
    subject: string;
    type: string;
    /** As typed, several separated by commas; empty online. */
    places: string;
    setting: "online" | "office" | "trip";
    duration_minutes: number;
    participants: number;
  };
  courses: {
    id: number;
    opened_on: string;
    organisation: string | null;
    subject: string;
    department: string | null;
    actor_type: string | null;
  };
  collectivites: {
    id: number;
    name: string;
    place: string | null;
    population: number | null;
    class: string | null;
    meetings: number;
  };
  events: { id: number; first_on: string; title: string; kind: string; participants: number };
  programme_items: {
    id: number;
    planned_period: string;
    title: string;
    kind: string;
    held_on: string | null;
    dropped: boolean;
  };
  training_sessions: {
    id: number;
    starts_on: string;
    ends_on: string | null;
    title: string;
    online: boolean;
    place: string;
    duration_minutes: number;
    participants: number;
  };
  trainings: {
    id: number;
    first_on: string;
    title: string;
    sessions: number;
    attendances: number;
    /** Those whom no training of the year, begun before, had counted. */
    people: number;
  };
  members: { id: number; organisation: string; college: string; joined_on: string | null };
  organisations: {
    id: number;
    name: string;
    actor_type: string | null;
    family: string | null;
    commune: string | null;
    department: string | null;
  };
  projects: {
    id: number;
    title: string;
    starts_on: string | null;
    ends_on: string | null;
    carriers: string;
    countries: string;
  };
}
export type CountedRow = CountedRows[Rowset];
