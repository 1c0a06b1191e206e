import { meetingCriteria } from "#domains/activities/index.ts";
import { eventCriteria } from "#domains/agenda/index.ts";
import { censusCriteria } from "#domains/census/index.ts";
import { directoryCriteria, partnershipCriteria, peopleCriteria } from "#domains/directory/index.ts";
import { membershipCriteria } from "#domains/membership/index.ts";
import { projectCriteria } from "#domains/projects/index.ts";
import { supportCriteria } from "#domains/support/index.ts";
import type { Criterion } from "#platform/criterion.ts";

/** All that the rooms can say of an organisation, from which segments are made: each gives its own from its front door. */
export const criteria: readonly Criterion[] = [
  ...directoryCriteria,
  ...membershipCriteria,
  ...peopleCriteria,
  ...partnershipCriteria,
  ...meetingCriteria,
  ...eventCriteria,
  ...censusCriteria,
  ...projectCriteria,
  ...supportCriteria,
];
