import { partnershipCriteria, peopleCriteria } from "#domains/directory/index.ts";
import type { Criterion } from "#platform/criterion.ts";

/** All that the rooms can say of an organisation, from which segments are made: each gives its own from its front door. */
export const criteria: readonly Criterion[] = [...peopleCriteria, ...partnershipCriteria];
