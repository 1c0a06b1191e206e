import type { Indicator } from "../indicator.ts";
import { agendaIndicators } from "./agenda.ts";
import { collectiviteIndicators } from "./collectivites.ts";
import { meetingIndicators } from "./meetings.ts";
import { memberIndicators } from "./members.ts";
import { organisationIndicators } from "./organisations.ts";
import { projectIndicators } from "./projects.ts";
import { supportIndicators } from "./support.ts";
import { trainingIndicators } from "./trainings.ts";

/** Every figure that the network can give, in the order of the report. */
export const indicators: readonly Indicator[] = [
  ...meetingIndicators,
  ...collectiviteIndicators,
  ...supportIndicators,
  ...agendaIndicators,
  ...trainingIndicators,
  ...memberIndicators,
  ...organisationIndicators,
  ...projectIndicators,
];

export const findIndicator = (id: string) => indicators.find((indicator) => indicator.id === id);
