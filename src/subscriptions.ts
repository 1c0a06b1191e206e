import type { JobDefinition } from "#platform/jobs/index.ts";

/** Every job of every room: the one list that the workers serve. */
export const jobs: readonly JobDefinition[] = [];
