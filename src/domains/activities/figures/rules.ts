/**
 * Version of the rule by which collectivités are classed by population: `territory.collectivity_of` finds the territory, and the list
 * `population_classes` holds the least population of each class as its code. Goes up when either way of counting changes.
 */
export const classRuleVersion = 1;

/** Trips a month: those of the year over its twelve months, to a hundredth (the rule of `meetings.trips_per_month`). */
export const perMonth = (count: number) => Math.round((count / 12) * 100) / 100;
