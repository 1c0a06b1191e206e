import type { Criterion } from "#platform/criterion.ts";
import { actorCriteria } from "./criteria.actor.ts";
import { cardCriteria } from "./criteria.card.ts";
import { chosenCriterion } from "./criteria.chosen.ts";
import { placeCriteria } from "./criteria.place.ts";
import { workCriteria } from "./criteria.work.ts";

/** What the directory itself says of an organisation; what the network added to the record comes beside. */
export const directoryCriteria: readonly Criterion[] = [
  ...actorCriteria,
  ...placeCriteria,
  ...workCriteria,
  ...cardCriteria,
  chosenCriterion,
];
