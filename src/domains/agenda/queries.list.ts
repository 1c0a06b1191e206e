import type { Day } from "#platform/dates.ts";

/** One date of a training, as lists show it. */
export interface SessionLine {
  id: number;
  training_id: number;
  title: string;
  visibility: "listed" | "internal";
  starts_on: Day;
  ends_on: Day | null;
  duration_minutes: number;
  participants: number;
  online: boolean;
  place: string;
  commune: string | null;
}
