import { accountPart } from "#domains/accounts/index.ts";
import { meetingsPart } from "#domains/activities/index.ts";
import { proposalsPersonalPart, registrationsPart } from "#domains/agenda/index.ts";
import { censusPart } from "#domains/census/index.ts";
import { directoryPart } from "#domains/directory/index.ts";
import { projectsPersonalPart } from "#domains/projects/index.ts";
import { questionnairesPart } from "#domains/questionnaires/index.ts";
import { appointmentsPart, supportPart } from "#domains/support/index.ts";
import { lettersPart } from "#platform/mail/personal.ts";
import type { PersonalPart } from "#platform/personal-data.ts";

/** All that is kept of people, room by room: what a person is given when they ask, and what goes when they are erased. */
export const personalParts: readonly PersonalPart[] = [
  directoryPart,
  accountPart,
  meetingsPart,
  projectsPersonalPart,
  proposalsPersonalPart,
  supportPart,
  censusPart,
  registrationsPart,
  questionnairesPart,
  appointmentsPart,
  lettersPart,
];
