import { addMilestone } from "#domains/support/incubation/commands.milestones.ts";
import { enterCohort } from "#domains/support/incubation/commands.stays.ts";
import { addCohort, type CohortEntry } from "#domains/support/incubation/commands.ts";
import { findStay, type Stay } from "#domains/support/incubation/queries.stay.ts";
import { type Cohort, findCohort } from "#domains/support/incubation/queries.ts";
import { type Db, system } from "#platform/db/index.ts";
import { anOrganisation } from "./people.ts";

/** A cohort that goes on, with the facts that the test cares for. */
export const aCohort = (db: Db, facts: Partial<CohortEntry> = {}) =>
  addCohort(db, system, {
    ...{ name: "Élan", schemeId: null, fromYear: 2025, toYear: 2030, referentId: null, purpose: "" },
    ...facts,
  });

export async function theCohort(db: Db, id: number): Promise<Cohort> {
  const cohort = await findCohort(db, id);
  if (!cohort) throw new Error(`No cohort ${id}.`);
  return cohort;
}

export async function theStay(db: Db, id: number): Promise<Stay> {
  const stay = await findStay(db, id);
  if (!stay) throw new Error(`No stay ${id}.`);
  return stay;
}

/** An organisation of the directory that entered a cohort; both numbers. */
export async function aStay(db: Db, cohortId: number, name = "Adice", enteredOn = "2025-09-01") {
  const organisation = await anOrganisation(db, name);
  await enterCohort(db, system, cohortId, [organisation], enteredOn);
  const stay = (await theCohort(db, cohortId)).stays.find((one) => one.organisation_id === organisation);
  return { organisation, stay: stay?.id ?? 0 };
}

/** A milestone of a cohort; its number. */
export async function aMilestone(db: Db, cohortId: number, title = "Statuts à jour", dueMonths = 6) {
  await addMilestone(db, system, cohortId, { title, dueOn: null, dueMonths });
  return (await theCohort(db, cohortId)).milestones.find((one) => one.title === title)?.id ?? 0;
}
