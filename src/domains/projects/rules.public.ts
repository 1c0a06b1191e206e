import type { ProjectRecord } from "./queries.record.ts";
import { budgetRange, budgetTotal, type Role } from "./rules.ts";

/** What everyone may read of a project: no exact amount, no note, no organisation that the directory keeps for itself. */
export type PublicProject = Pick<
  ProjectRecord,
  | "id"
  | "title"
  | "summary"
  | "description"
  | "website"
  | "stage"
  | "starts_on"
  | "starts_precision"
  | "ends_on"
  | "ends_precision"
  | "axis"
  | "sectors"
  | "goals"
  | "main_goal_id"
  | "countries"
  | "beneficiaries"
  | "beneficiary_count"
  | "origin"
  | "origin_label"
  | "updated_at"
  | "places"
  | "pictures"
> & {
  participants: { role: Role; name: string; organisation_id: number | null; country: string | null }[];
  /** How many organisations take part that the public directory does not show. */
  unnamed: number;
  range: string | undefined;
  funders: string[];
  markers: { label: string; score: 1 | 2 }[];
  updates: { id: number; told_on: string; title: string; body: string }[];
};

/** The public face of a record; nothing when the project is not public. */
export function publicFaceOf(record: ProjectRecord): PublicProject | undefined {
  if (record.status !== "published" || record.visibility !== "listed") return undefined;
  const shown = record.participants.filter((one) => one.organisation_id === null || one.listed);
  const funders = [
    ...shown.filter(({ role }) => role === "funder").map(({ name }) => name),
    ...record.budget
      .filter((line) => line.organisation_id === null || line.listed)
      .map(({ funder }) => funder),
  ];
  return {
    id: record.id,
    title: record.title,
    summary: record.summary,
    description: record.description,
    website: record.website,
    stage: record.stage,
    starts_on: record.starts_on,
    starts_precision: record.starts_precision,
    ends_on: record.ends_on,
    ends_precision: record.ends_precision,
    axis: record.axis,
    sectors: record.sectors,
    goals: record.goals,
    main_goal_id: record.main_goal_id,
    countries: record.countries,
    beneficiaries: record.beneficiaries,
    beneficiary_count: record.beneficiary_count,
    origin: record.origin,
    origin_label: record.origin_label,
    updated_at: record.updated_at,
    places: record.places,
    pictures: record.pictures,
    participants: shown
      .filter(({ role }) => role !== "funder")
      .map(({ role, name, organisation_id, country }) => ({ role, name, organisation_id, country })),
    unnamed: record.participants.length - shown.length,
    range: budgetRange(budgetTotal(record.budget)),
    funders: [...new Set(funders)],
    markers: record.markers.flatMap(({ label, score }) => (score === 0 ? [] : [{ label, score }])),
    updates: record.updates
      .filter(({ state }) => state === "published")
      .map(({ id, told_on, title, body }) => ({ id, told_on, title, body })),
  };
}
