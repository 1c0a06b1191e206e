import { accountJobs } from "#domains/accounts/index.ts";
import { calendarJobs, reminderJobs } from "#domains/activities/index.ts";
import { proposalJobs, registrationJobs } from "#domains/agenda/index.ts";
import { censusJobs } from "#domains/census/index.ts";
import { duplicateJobs, peopleJobs } from "#domains/directory/index.ts";
import { importJobs } from "#domains/imports/index.ts";
import { appointmentJobs, supportJobs } from "#domains/support/index.ts";
import { cleaningJobs } from "#platform/cleaning.ts";
import type { JobDefinition } from "#platform/jobs/index.ts";
import { mailJobs } from "#platform/mail/index.ts";

/** Every job of every room: the one list that the workers serve. */
export const jobs: readonly JobDefinition[] = [
  ...mailJobs,
  ...cleaningJobs,
  ...accountJobs,
  ...importJobs,
  ...duplicateJobs,
  ...censusJobs,
  ...peopleJobs,
  ...proposalJobs,
  ...supportJobs,
  ...registrationJobs,
  ...calendarJobs,
  ...reminderJobs,
  ...appointmentJobs,
];
